package org.overread.monitoring.metric;

import org.jspecify.annotations.Nullable;

/**
 * A figure of a part beside the same figure of the whole that holds it. Both share cases, so the variance of their
 * difference is the difference of their variances (Hausman 1978, for estimators that use all of their cases): {@code z =
 * 1.96·(part − whole)/√(w² − v²)}, with {@code w} and {@code v} the half-widths of the 95 % intervals of part and whole
 * towards each other, as far as intervals are not symmetric. Of a mean this is the comparison of the part with the rest
 * of the whole.
 */
public final class PartAndWhole {
    private PartAndWhole() {}

    /**
     * The p-value, from 0 to 1 and two-sided, of a part that lies below the whole; 1 when it does not.
     *
     * @return null when it cannot be computed: an interval is missing, or that of the part is the narrower one
     */
    public static @Nullable Double below(Estimate part, Estimate whole) {
        return p(part.value(), part.high(), whole.value(), whole.low(), -1);
    }

    /** The same of a part that lies above; null as there. */
    public static @Nullable Double above(Estimate part, Estimate whole) {
        return p(part.value(), part.low(), whole.value(), whole.high(), 1);
    }

    private static @Nullable Double p(
            @Nullable Double part,
            @Nullable Double partBound,
            @Nullable Double whole,
            @Nullable Double wholeBound,
            int direction) {
        if (part == null || partBound == null || whole == null || wholeBound == null) {
            return null;
        }
        double distance = direction * (part - whole);
        if (distance <= 0) {
            return 1.0;
        }
        double variance = Math.pow(partBound - part, 2) - Math.pow(wholeBound - whole, 2);
        return variance > 0 ? Double.valueOf(Normal.twoSided(Estimate.Z * distance / Math.sqrt(variance))) : null;
    }
}
