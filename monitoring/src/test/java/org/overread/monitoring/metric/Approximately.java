package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;

/** Compares estimates with reference values: relative above 1, absolute below. */
final class Approximately {
    static final double EXACT = 1e-9;
    static final double FITTED = 1e-6;

    private Approximately() {}

    static void assertEstimate(Estimate actual, double tolerance, double value) {
        assertNear(actual.value(), value, tolerance);
        assertThat(actual.low()).isNull();
        assertThat(actual.high()).isNull();
    }

    static void assertEstimate(Estimate actual, double tolerance, double value, double low, double high) {
        assertNear(actual.value(), value, tolerance);
        assertNear(actual.low(), low, tolerance);
        assertNear(actual.high(), high, tolerance);
        assertThat(actual.method()).isNotBlank();
        assertThat(actual.reason()).isNull();
    }

    static void assertUndefined(Estimate actual, String reason) {
        assertThat(actual).isEqualTo(Estimate.undefined(reason));
    }

    static void assertNear(@Nullable Double actual, double expected, double tolerance) {
        assertThat(actual).isNotNull().isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
    }
}
