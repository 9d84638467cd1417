package org.overread.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.profile.NumericDistribution;

/**
 * Reference values by SciPy 1.17 and numpy 2.4, where r and c are the two samples, {@code i = numpy.arange}, and
 *
 * <pre>
 * e = numpy.r_[-inf, numpy.unique(numpy.quantile(r, numpy.linspace(0, 1, 11)[1:-1])), inf]
 * R, C = numpy.histogram(r, e)[0], numpy.histogram(c, e)[0]
 * share = lambda x: numpy.maximum(x / x.sum(), 1e-4)
 * psi = ((share(C) - share(R)) * numpy.log(share(C) / share(R))).sum()
 * scipy.stats.ks_2samp(r, c); scipy.spatial.distance.jensenshannon(R, C, base=2)
 * w = scipy.stats.wasserstein_distance(r, c); w / numpy.std(r)
 * </pre>
 */
class NumericDriftTest {
    private static final double EXACT = 1e-9;

    @Test
    @DisplayName("C1: with ties and missing values, every figure is SciPy's (exact p)")
    void agreesOnTies() {
        // r = (i(500)**2*7 + 3*i(500)) % 101; c = (i(300)**2*5 + i(300)) % 97 + 4; with missing: numpy.append(R, 20)
        var drift = compare(
                Sample.withMissing(20, Sample.of(500, i -> (i * i * 7 + 3 * i) % 101)),
                Sample.withMissing(60, Sample.of(300, i -> (i * i * 5 + i) % 97 + 4)));

        assertFigures(drift, 0.08933333333333333, 0.09500034092232884, 0.27681024685666505, 0.2209264670941137);
        assertDistances(drift, 3.477333333333333, 0.11363422203293183);
        assertNear(drift.psiWithMissing(), 0.4556678295675908);
        assertThat(drift.bins()).hasSize(10).element(1).isEqualTo(new Bin("8 to under 17", 50, 43));
    }

    @Test
    @DisplayName("C1: from 10,001 values on, p is SciPy's asymptotic one")
    void agreesOnLargeSamples() {
        // r = (i(12000)*7919 % 10007)/100; c = (i(3000)*104729 % 9973)/95
        var drift = compare(
                Sample.of(12_000, i -> i * 7919 % 10_007 / 100.0), Sample.of(3_000, i -> i * 104_729 % 9_973 / 95.0));

        assertFigures(drift, 0.04358333333333331, 0.00021250067824108413, 0.012211401276271187, 0.04687659534774845);
        assertDistances(drift, 1.6638268421052635, 0.05759565443771858);
    }

    @Test
    @DisplayName("C1: deciles that fall together are merged, and the value that fills them begins a bin")
    void mergesEqualDeciles() {
        // r = (i(1000) % 10)**4 // 700; c = (i(800) % 11)**4 // 700
        var drift = compare(
                Sample.of(1_000, i -> (int) Math.pow(i % 10, 4) / 700),
                Sample.of(800, i -> (int) Math.pow(i % 11, 4) / 700));

        assertFigures(drift, 0.09, 0.0013997679831855554, 0.054486241895532105, 0.09851590787540766);
        assertDistances(drift, 1.085, 0.37525509664734547);
        assertThat(drift.bins()).first().isEqualTo(new Bin("0 to under 0.4", 600, 438));
    }

    @Test
    @DisplayName("C1: one value beside a few")
    void comparesASingleValue() {
        // r = [1, 2, 3, 4, 5]; c = [2.5]
        var drift = compare(NumericDistribution.of(1, 2, 3, 4, 5), NumericDistribution.of(2.5));

        assertFigures(drift, 0.6, 1, 16.806521346251298, 1);
        assertDistances(drift, 1.3, 0.9192388155425117);
    }

    @Test
    @DisplayName("C1: one value beside very many")
    void comparesASingleValueWithMany() {
        // scipy.stats.ks_2samp(i(20000), [19000]); ks_2samp(i(4), [9])
        assertTest(test(Sample.of(20_000, i -> i), NumericDistribution.of(19_000)), 0.95, 0.1);
        assertTest(test(NumericDistribution.of(0, 1, 2, 3), NumericDistribution.of(9)), 1, 0.4);
    }

    @Test
    @DisplayName("C1: equal windows do not differ")
    void seesNoDifferenceWhereThereIsNone() {
        var window = Sample.of(20_000, i -> i % 1_000);

        var drift = compare(window, Sample.of(3_000, i -> i % 1_000));

        assertFigures(drift, 0, 1, 0, 0);
        assertDistances(drift, 0, 0);
    }

    @Test
    @DisplayName("C1: a constant reference has no deciles and no spread, and says so; what can be told is told")
    void answersOnConstantColumns() {
        var drift = compare(NumericDistribution.of(1, 1, 1), NumericDistribution.of(2, 2, 2));

        // scipy.stats.ks_2samp([1, 1, 1], [2, 2, 2])
        assertTest(drift.shape().test(), 1, 0.1);
        assertThat(List.of(drift.psi(), drift.psiWithMissing(), drift.jensenShannon()))
                .containsOnly(Estimate.undefined("all values of the reference window are equal, so it has no deciles"));
        assertThat(((Shape.Numeric) drift.shape()).wasserstein().value()).isEqualTo(1);
        assertThat(((Shape.Numeric) drift.shape()).normalisedWasserstein().reason())
                .isEqualTo("all values of the reference window are equal");
    }

    @Test
    @DisplayName("C1: a window without values has a reason, never zero and never NaN")
    void answersOnEmptyWindows() {
        var some = Sample.of(300, i -> i);
        var none = NumericDistribution.of();
        var missing = Sample.withMissing(300, none);

        assertUndefined(compare(none, some), "the reference window is empty");
        assertUndefined(compare(some, none), "the current window is empty");
        assertUndefined(compare(missing, some), "every value of the reference window is missing");
        assertUndefined(compare(some, missing), "every value of the current window is missing");
        assertThat(compare(some, missing).psiWithMissing().value()).isGreaterThan(9);
        assertThat(compare(none, none).missing()).isEqualTo(Tested.undefined("the reference window is empty"));
    }

    @Test
    void refusesNumbersBesideCategories() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnDrift.of(
                        Column.feature("dose"), NumericDistribution.of(1), Sample.categories(0, Map.of("high", 1L))))
                .withMessage("dose is numeric in one window and categorical in the other");
    }

    private static ColumnDrift compare(NumericDistribution reference, NumericDistribution current) {
        return ColumnDrift.of(Column.feature("dose"), reference, current);
    }

    private static Tested test(NumericDistribution reference, NumericDistribution current) {
        return compare(reference, current).shape().test();
    }

    private static void assertFigures(ColumnDrift drift, double statistic, double p, double psi, double distance) {
        assertTest(drift.shape().test(), statistic, p);
        assertThat(drift.shape().effect().value())
                .isEqualTo(drift.shape().test().statistic());
        assertNear(drift.psi(), psi);
        assertNear(drift.jensenShannon(), distance);
    }

    private static void assertDistances(ColumnDrift drift, double wasserstein, double normalised) {
        var shape = (Shape.Numeric) drift.shape();
        assertNear(shape.wasserstein(), wasserstein);
        assertNear(shape.normalisedWasserstein(), normalised);
    }

    private static void assertTest(Tested test, double statistic, double p) {
        assertThat(test.statistic()).isNotNull().isCloseTo(statistic, within(EXACT));
        assertThat(test.pValue()).isNotNull().isCloseTo(p, within(EXACT * p));
    }

    private static void assertNear(Estimate estimate, @Nullable Double value) {
        assertThat(estimate.value()).isNotNull().isCloseTo(value, within(EXACT));
    }

    private static void assertUndefined(ColumnDrift drift, String reason) {
        assertThat(drift.shape().test()).isEqualTo(Tested.undefined(reason));
        assertThat(List.of(drift.psi(), drift.jensenShannon(), drift.shape().effect()))
                .containsOnly(Estimate.undefined(reason));
    }
}
