package org.overread.monitoring.integrity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is declared of one feature that a version is fed with. */
public sealed interface DeclaredFeature {
    String name();

    /**
     * A number.
     *
     * @param low the smallest value that makes sense; null without one
     * @param high the largest; null without one
     */
    record Measured(
            String name, @Nullable Double low, @Nullable Double high) implements DeclaredFeature {
        /** Whether the value lies in the declared range. */
        boolean holds(double value) {
            boolean tooLow = low != null && value < low;
            boolean tooHigh = high != null && value > high;
            return !tooLow && !tooHigh;
        }
    }

    /**
     * One of some values.
     *
     * @param categories the values that may come; empty when any may
     */
    record Categorical(String name, Set<String> categories) implements DeclaredFeature {
        public Categorical {
            categories = Set.copyOf(categories);
        }
    }
}
