package org.overread.monitoring.metric;

import org.jspecify.annotations.Nullable;

/**
 * How much two figures of the same cases differ.
 *
 * @param difference the first minus the second
 * @param pValue two-sided, of no difference; null when there is no test, or nothing to test
 */
public record PairedDifference(
        Estimate difference, @Nullable Double pValue) {}
