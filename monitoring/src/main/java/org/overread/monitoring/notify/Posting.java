package org.overread.monitoring.notify;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * A delivery about to be tried, in the turn that was taken for it.
 *
 * @param turnUntil when the turn ends by itself
 */
record Posting(Delivery delivery, Supplier<Answer> attempt, Instant turnUntil) {}
