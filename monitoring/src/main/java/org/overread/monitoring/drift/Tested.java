package org.overread.monitoring.drift;

import org.jspecify.annotations.Nullable;

/**
 * What a test of two windows says: the statistic with its p-value, or the reason why there is none. What is missing is
 * {@code null}: never zero, never NaN.
 *
 * @param statistic finite; null when undefined
 * @param pValue the probability of a statistic at least as large when nothing has changed, from 0 to 1; null exactly
 *     when the statistic is
 * @param reason why they are missing
 */
public record Tested(
        @Nullable Double statistic,
        @Nullable Double pValue,
        @Nullable String reason) {
    public Tested {
        if ((statistic == null) != (pValue == null) || (statistic == null) != (reason != null)) {
            throw new IllegalArgumentException("a test has a statistic with its p-value, or else a reason");
        }
        // written so that NaN fails it
        if (statistic != null && !Double.isFinite(statistic) || pValue != null && !(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("no answer of a test: " + statistic + ", p = " + pValue);
        }
    }

    static Tested of(double statistic, double pValue) {
        return new Tested(statistic, pValue, null);
    }

    static Tested undefined(String reason) {
        return new Tested(null, null, reason);
    }

    /** The same with two digits. */
    Tested rounded() {
        return new Tested(Amounts.rounded(statistic), Amounts.rounded(pValue), reason);
    }

    public boolean defined() {
        return statistic != null;
    }
}
