package org.overread.monitoring.subgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Proportion;
import org.overread.monitoring.subgroup.Reliability.Bin;

class ReliabilityTest {
    @Test
    @DisplayName(
            "C2: the reliability curve is that of scikit-learn in bins of equal width, of numpy in parts of equal mass")
    void agreesWithScikitLearn() {
        var curve = Reliability.of(cohort(2_000, i -> "x" + i));

        // sklearn.calibration.calibration_curve(y, s, n_bins=10, strategy="uniform")
        assertThat(curve.labelled()).isEqualTo(2_000);
        assertThat(curve.equalWidth()).hasSize(10);
        assertBin(curve.equalWidth().get(0), "0.0 to 0.1", 198, 0.04892057833234309, 0.23232323232323232);
        assertBin(curve.equalWidth().get(2), "0.2 to 0.3", 218, 0.24995502788271273, 0.3348623853211009);
        // [(len(a), s[a].mean(), y[a].mean()) for a in np.array_split(np.argsort(s, kind="stable"), 10)]
        assertBin(curve.equalMass().get(0), "part 1 of 10", 200, 0.0494607843137255, 0.23);
        assertBin(curve.equalMass().get(9), "part 10 of 10", 200, 0.940735294117647, 0.665);
    }

    @Test
    @DisplayName("C3: a bin of few patients is hidden, however many predictions it has, and never alone")
    void hidesBinsOfFewPatients() {
        var curve = Reliability.of(cohort(2_000, i -> score(i) >= 0.9 ? "y" + i % 5 : "x" + i));

        assertThat(hidden(curve.equalWidth())).contains("0.9 to 1.0").hasSizeGreaterThan(1);
        assertThat(curve.equalWidth().getLast().observed()).isEqualTo(Estimate.undefined(SmallCells.REASON));
        assertThat(curve.equalWidth().getLast().meanScore()).isNull();
        assertThat(curve.equalWidth().getFirst().n()).isNotNull();
    }

    @Test
    void leavesOutUnknownOutcomesAndEmptyBins() {
        var rows = Cohort.builder();
        for (var i = 0; i < 300; i++) {
            rows.add(i % 2 == 0 ? 0.15 : 0.85, i % 3 == 0 ? null : Integer.valueOf(i % 4 / 2), "x" + i, Map.of());
        }

        var curve = Reliability.of(rows.build());

        assertThat(curve.labelled()).isEqualTo(200);
        assertThat(curve.equalWidth()).extracting(Bin::name).containsExactly("0.1 to 0.2", "0.8 to 0.9");
        assertThat(curve.equalMass()).hasSize(10);
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(Reliability.of(Cohort.builder().build()))
                .isEqualTo(Reliability.undefined("no labelled predictions"));
        assertThat(Reliability.of(cohort(8, i -> "x" + i))).isEqualTo(Reliability.undefined(SmallCells.REASON));
    }

    @Test
    void tellsOnWhichSideOfThePromiseABinLies() {
        assertThat(bin(0.5, 10, 100).side()).isEqualTo(-1);
        assertThat(bin(0.5, 90, 100).side()).isEqualTo(1);
        assertThat(bin(0.5, 49, 100).side()).isZero();
        assertThat(new Bin("hidden", null, null, Estimate.undefined("hidden")).side())
                .isZero();
    }

    private static Bin bin(double promised, long events, long n) {
        return new Bin("bin", n, promised, new Proportion(events, n).wilson("none"));
    }

    private static List<String> hidden(List<Bin> bins) {
        return bins.stream().filter(bin -> bin.n() == null).map(Bin::name).toList();
    }

    private static void assertBin(Bin bin, String name, long n, double meanScore, double observed) {
        assertThat(bin.name()).isEqualTo(name);
        assertThat(bin.n()).isEqualTo(n);
        assertThat(bin.meanScore()).isCloseTo(meanScore, within(1e-12));
        assertThat(Objects.requireNonNull(bin.observed().value())).isCloseTo(observed, within(1e-12));
        assertThat(bin.observed().method()).isEqualTo("wilson");
    }

    /** The rows of {@code Patterned}: s = ((i * 37) % 101 + .5) / 102; y = ((i * 53) % 89) / 89 < .2 + .5 * s. */
    private static Cohort cohort(int rows, IntFunction<String> patient) {
        var cohort = Cohort.builder();
        IntStream.range(0, rows)
                .forEach(i -> cohort.add(
                        score(i), i * 53 % 89 / 89.0 < 0.2 + 0.5 * score(i) ? 1 : 0, patient.apply(i), Map.of()));
        return cohort.build();
    }

    private static double score(int i) {
        return (i * 37 % 101 + 0.5) / 102;
    }
}
