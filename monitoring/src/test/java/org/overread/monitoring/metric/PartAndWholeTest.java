package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PartAndWholeTest {
    /** 40 of 100, and 110 of 200 with them: the rest has 70 of 100. */
    private static final Estimate PART = wald(40, 100);

    private static final Estimate WHOLE = wald(110, 200);

    @Test
    @DisplayName("C3: a part beside its whole, by what both intervals say")
    void comparesAPartWithItsWhole() {
        // python: v = .4*.6/100 - .55*.45/200; 2*scipy.stats.norm.sf(.15/v**.5) -> 1.0854e-05
        assertThat(PartAndWhole.below(PART, WHOLE)).isCloseTo(1.0854e-05, within(1e-8));
        assertThat(PartAndWhole.above(PART, WHOLE)).isEqualTo(1);
        assertThat(PartAndWhole.below(wald(0.5, 0.001), wald(0.5, 0.002)))
                .as("where they are alike, whatever the intervals")
                .isEqualTo(1);
        assertThat(PartAndWhole.above(wald(60, 100), wald(90, 200))).isCloseTo(1.0854e-05, within(1e-8));
    }

    @Test
    @DisplayName("C3: of a mean it is the comparison of the part with the rest of the whole")
    void isTheComparisonWithTheRest() {
        // with one variance s² of each case, part and rest differ by ±(1/n + 1/m)s²: python, s2 = .2475, n = m = 100,
        // rest = .7: 2*scipy.stats.norm.sf(.3/(s2*(1/100+1/100))**.5) -> 2.0079e-05
        var part = wald(0.40, 0.2475 / 100);

        assertThat(PartAndWhole.below(part, WHOLE)).isCloseTo(2.0079e-05, within(1e-8));
    }

    @Test
    @DisplayName("C3: without an interval, or with one that is narrower than that of the whole, nothing is said")
    void saysNothingWithoutIntervals() {
        assertThat(PartAndWhole.below(Estimate.of(0.4), WHOLE)).isNull();
        assertThat(PartAndWhole.below(PART, Estimate.undefined("no events"))).isNull();
        assertThat(PartAndWhole.below(wald(2, 100), wald(60, 200))).isNull();
    }

    @Test
    @DisplayName("C3: of intervals that are not symmetric it takes the halves that lie towards each other")
    void takesTheHalvesTowardsEachOther() {
        // python: 2*scipy.stats.norm.sf(Z*.15/(.1**2-.05**2)**.5), Z = scipy.stats.norm.ppf(.975) -> 6.8689e-04
        assertThat(PartAndWhole.below(Estimate.of(0.40, 0.10, 0.50, "wilson"), Estimate.of(0.55, 0.50, 0.75, "wilson")))
                .isCloseTo(6.8689e-4, within(1e-8));
        assertThat(PartAndWhole.above(Estimate.of(0.60, 0.50, 0.90, "wilson"), Estimate.of(0.45, 0.25, 0.50, "wilson")))
                .isCloseTo(6.8689e-4, within(1e-8));
    }

    private static Estimate wald(int count, int n) {
        var share = (double) count / n;
        return wald(share, share * (1 - share) / n);
    }

    private static Estimate wald(double value, double variance) {
        return Estimate.wald(value, variance, "wald");
    }
}
