package org.overread.monitoring.subgroup;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;

/**
 * A figure of one group beside that of the reference group of its attribute, the largest with a FULL tier.
 *
 * @param reference the value of the reference group
 * @param value the value of the group
 * @param difference group minus reference, from unrounded figures
 * @param ratio group over reference
 * @param pValue two-sided, of no difference; null when it cannot be computed
 * @param flagged whether it differs at 5 % after Benjamini and Hochberg over the FULL groups of this attribute and
 *     metric; always false without a FULL tier
 */
public record Disparity(
        String attribute,
        Metric metric,
        String reference,
        String value,
        Estimate difference,
        Estimate ratio,
        @Nullable Double pValue,
        boolean flagged) {}
