package org.overread.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.profile.CategoricalDistribution;

class CategoricalDriftTest {
    private static final double EXACT = 1e-9;
    private static final CategoricalDistribution ABC = Sample.categories(100, Map.of("a", 400L, "b", 350L, "c", 250L));
    private static final CategoricalDistribution ABCD =
            Sample.categories(150, Map.of("a", 120L, "b", 90L, "c", 60L, "d", 30L));

    @Test
    @DisplayName("C1: over the union of the categories, every figure is SciPy's")
    void agreesWithScipy() {
        var drift = compare(ABC, ABCD);

        var shape = (Shape.Categorical) drift.shape();
        // R = [400, 350, 250, 0]; C = [120, 90, 60, 30]; scipy.stats.chi2_contingency([R, C], correction=False)
        assertThat(shape.chiSquare().statistic()).isCloseTo(104.12390029325513, within(EXACT * 104));
        assertThat(shape.chiSquare().pValue()).isCloseTo(2.0165549512131236e-22, within(EXACT * 2e-22));
        // p, q = R / sum(R), C / sum(C); abs(p - q).max(), abs(p - q).sum() / 2
        assertThat(shape.lInfinity().value()).isCloseTo(0.1, within(EXACT));
        assertThat(shape.totalVariation().value()).isCloseTo(0.1, within(EXACT));
        // p, q = numpy.maximum(p, 1e-4), numpy.maximum(q, 1e-4); ((q - p) * numpy.log(q / p)).sum(); then with
        // R + [100], C + [150]
        assertThat(drift.psi().value()).isCloseTo(0.7089494639273889, within(EXACT));
        assertThat(drift.psiWithMissing().value()).isCloseTo(0.8828593218333473, within(EXACT));
        // scipy.spatial.distance.jensenshannon(R, C, base=2)
        assertThat(drift.jensenShannon().value()).isCloseTo(0.231076750472217, within(EXACT));
        assertThat(drift.bins())
                .containsExactly(
                        new Bin("a", 400, 120), new Bin("b", 350, 90), new Bin("c", 250, 60), new Bin("d", 0, 30));
    }

    @Test
    @DisplayName("C1: two categories are tested without continuity correction")
    void correctsNothing() {
        var drift = compare(
                Sample.categories(0, Map.of("no", 900L, "yes", 100L)),
                Sample.categories(0, Map.of("no", 850L, "yes", 150L)));

        // scipy.stats.chi2_contingency([[900, 100], [850, 150]], correction=False)
        assertThat(drift.shape().test().statistic()).isCloseTo(11.428571428571429, within(EXACT * 11));
        assertThat(drift.shape().test().pValue()).isCloseTo(0.0007232327164301936, within(EXACT * 7e-4));
    }

    @Test
    @DisplayName("C1: one category alone cannot be tested, and has moved by nothing")
    void answersOnASingleCategory() {
        var drift = compare(Sample.categories(0, Map.of("no", 5L)), Sample.categories(2, Map.of("no", 1L)));

        assertThat(drift.shape().test())
                .isEqualTo(Tested.undefined("both windows have one and the same category only"));
        assertThat(drift.shape().effect()).isEqualTo(Estimate.of(0));
        assertThat(drift.psi()).isEqualTo(Estimate.of(0));
    }

    @Test
    @DisplayName("C1: a column that has vanished has a reason, and its missing values speak")
    void answersOnAVanishedColumn() {
        var drift = compare(ABC, Sample.categories(300, Map.of()));

        var reason = "every value of the current window is missing";
        assertThat(drift.shape())
                .isEqualTo(new Shape.Categorical(
                        Tested.undefined(reason), Estimate.undefined(reason), Estimate.undefined(reason)));
        assertThat(drift.psi()).isEqualTo(Estimate.undefined(reason));
        // p = numpy.maximum([400/1100, 350/1100, 250/1100, 100/1100], 1e-4); q = numpy.maximum([0, 0, 0, 1], 1e-4)
        assertThat(drift.psiWithMissing().value()).isCloseTo(9.481598766542332, within(EXACT));
        assertThat(drift.missing().pValue()).isLessThan(1e-100);
    }

    @Test
    @DisplayName("C1: missing values are tested on their own, by the pooled z-test of two proportions")
    void testsMissingness() {
        var drift = compare(ABC, ABCD);

        // statsmodels.stats.proportion.proportions_ztest([150, 100], [450, 1100])
        assertThat(drift.missing().statistic()).isCloseTo(11.778847937776375, within(EXACT * 12));
        assertThat(drift.missing().pValue()).isCloseTo(5.01741417936849e-32, within(EXACT * 5e-32));
        assertThat(compare(Sample.categories(0, Map.of("a", 3L)), Sample.categories(0, Map.of("a", 3L)))
                        .missing())
                .isEqualTo(Tested.undefined("no value is missing in either window"));
    }

    private static ColumnDrift compare(CategoricalDistribution reference, CategoricalDistribution current) {
        return ColumnDrift.of(Column.feature("ward"), reference, current);
    }
}
