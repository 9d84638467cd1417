/**
 * What a version's data say by themselves, unasked and before any plan is declared. Start at {@link
 * org.overread.monitoring.truth.Truths}; {@code PerformanceFacts}, {@code DriftFacts} and {@code ComparisonFacts} say
 * when a fact is told.
 */
@NullMarked
package org.overread.monitoring.truth;

import org.jspecify.annotations.NullMarked;
