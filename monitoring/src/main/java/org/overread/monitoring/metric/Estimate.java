package org.overread.monitoring.metric;

import org.jspecify.annotations.Nullable;

/**
 * A figure with its two-sided 95 % interval, or the reason why there is none. What is missing is {@code null}: never
 * zero, never NaN.
 *
 * @param value the point estimate; null when the figure is undefined or withheld
 * @param low lower bound; null without an interval
 * @param high upper bound; null without an interval
 * @param method how the interval (or the estimate itself) was computed, such as {@code delong}
 * @param reason why the value, or only its interval, is missing
 * @param n the cases that this figure rests on, its own denominator: of a sensitivity the events, not all predictions;
 *     null when it is withheld or is no figure of counted cases
 */
public record Estimate(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable String method,
        @Nullable String reason,
        @Nullable Long n) {
    /** The standard normal quantile of 0.975. */
    static final double Z = 1.959963984540054;

    public Estimate {
        requireFinite(value);
        requireFinite(low);
        requireFinite(high);
        if (value == null && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException("a missing value needs a reason");
        }
        if ((low == null) != (high == null)) {
            throw new IllegalArgumentException("an interval has two bounds");
        }
    }

    /** A figure that has no interval by its nature. */
    public static Estimate of(double value) {
        return new Estimate(value, null, null, null, null, null);
    }

    /** A figure without interval whose method is worth naming. */
    public static Estimate of(double value, String method) {
        return new Estimate(value, null, null, method, null, null);
    }

    public static Estimate of(double value, double low, double high, String method) {
        return new Estimate(value, low, high, method, null, null);
    }

    /** A figure that should have an interval, but here cannot. */
    public static Estimate withoutInterval(double value, String reason) {
        return new Estimate(value, null, null, null, reason, null);
    }

    public static Estimate undefined(String reason) {
        return new Estimate(null, null, null, null, reason, null);
    }

    /** A Wald interval {@code value ± z·√variance}. */
    static Estimate wald(double value, double variance, String method) {
        var half = Z * Math.sqrt(variance);
        return of(value, value - half, value + half, method);
    }

    /** The same figure, resting on that many cases; one that is undefined rests on none. */
    Estimate restingOn(@Nullable Long cases) {
        return value == null ? this : new Estimate(value, low, high, method, reason, cases);
    }

    public boolean defined() {
        return value != null;
    }

    private static void requireFinite(@Nullable Double bound) {
        if (bound != null && !Double.isFinite(bound)) {
            throw new IllegalArgumentException("not a finite number: " + bound);
        }
    }
}
