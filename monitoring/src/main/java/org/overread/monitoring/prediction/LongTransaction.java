package org.overread.monitoring.prediction;

import java.util.function.Supplier;

/** Runs work that may take hours in one transaction of its own: all of it is kept, or nothing. */
public interface LongTransaction {
    <T> T run(Supplier<T> work);
}
