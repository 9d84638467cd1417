package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResampledFiguresTest {
    private static final int ROWS = 200;
    private static final int PATIENTS = 40;
    private static final int BINS = 10;

    @Test
    @DisplayName("C2: intervals without a formula are those of a bootstrap of patients in numpy")
    void agreeWithNumpy() {
        var order = ascending(Patterned.scores(ROWS));
        var figures = ResampledFigures.withIntervals(
                        List.of(resampled(order, 0.5)),
                        List.of(Figures.of(Patterned.ladder(), 0.5, BINS)),
                        PatientBootstrap.of(Arrays.stream(order)
                                .mapToLong(row -> row % PATIENTS)
                                .toArray()))
                .getFirst();

        // w = np.bincount(rng.integers(0, 40, 40), minlength=40)[i % 40]; so, yo = np.repeat(s[o], w[o]),
        // np.repeat(y[o], w[o])
        // np.quantile of 20,000 replicates, [.025, .975]; calibration errors over np.digitize and np.array_split(so,
        // 10)
        assertInterval(figures, Metric.F1, 0.5455, 0.6497);
        assertInterval(figures, Metric.NET_BENEFIT, 0.0100, 0.1250);
        assertInterval(figures, Metric.BRIER, 0.2286, 0.2788);
        assertInterval(figures, Metric.SCALED_BRIER, -0.1361, 0.0685);
        assertInterval(figures, Metric.ECE_EQUAL_WIDTH, 0.1182, 0.1885);
        assertInterval(figures, Metric.ECE_EQUAL_MASS, 0.1129, 0.1929);
        assertThat(figures.get(Metric.F1).method())
                .isEqualTo("bootstrap of patients, 2,000 replicates, percentile, seed 20260101");
        assertThat(figures.get(Metric.SENSITIVITY).method()).isEqualTo("wilson");
    }

    @Test
    void areTheFiguresOfTheRowsAsOftenAsTheyWereDrawn() {
        var random = new SplittableRandom(1);
        for (var rows : new int[] {1, 3, 9, 10, 11, 57, ROWS}) {
            for (var threshold : new double[] {0, 0.3, 0.5, 0.995}) {
                var times = random.ints(PATIENTS, 0, 4).toArray();
                var order = ascending(Patterned.scores(rows));
                var drawn = Arrays.stream(order)
                        .flatMap(row -> IntStream.generate(() -> row).limit(times[row % PATIENTS]))
                        .toArray();

                var values = ResampledFigures.of(List.of(resampled(order, threshold)), times);

                assertThat(values).hasSize(ResampledFigures.METRICS.size());
                assertSame(values, Figures.of(ladder(drawn), threshold, BINS));
            }
        }
    }

    @Test
    void saysWhyThereIsNoInterval() {
        var onePatient = PatientBootstrap.of(new long[] {7, 7, 7});
        var rare = PatientBootstrap.of(new long[] {1, 2});

        assertThat(onePatient.interval(Estimate.of(0.2), new double[] {0.2}))
                .isEqualTo(Estimate.withoutInterval(0.2, "the interval needs two patients"));
        assertThat(rare.interval(Estimate.of(0.2), new double[] {0.2, Double.NaN})
                        .reason())
                .startsWith("the figure is undefined in too many replicates");
        assertThat(rare.interval(Estimate.undefined("no events"), new double[] {0.2}))
                .isEqualTo(Estimate.undefined("no events"));
    }

    private static void assertInterval(Figures figures, Metric metric, double low, double high) {
        var estimate = figures.get(metric);
        assertThat(estimate.low()).as(metric + " low").isCloseTo(low, within(0.007));
        assertThat(estimate.high()).as(metric + " high").isCloseTo(high, within(0.007));
    }

    private static void assertSame(double[] values, Figures expected) {
        for (var metric = 0; metric < values.length; metric++) {
            var value = expected.get(ResampledFigures.METRICS.get(metric)).value();
            if (value == null) {
                assertThat(Double.isFinite(values[metric])).isFalse();
            } else {
                assertThat(values[metric])
                        .as(ResampledFigures.METRICS.get(metric).label())
                        .isCloseTo(value, within(1e-12));
            }
        }
    }

    private static ResampledFigures resampled(int[] order, double threshold) {
        var scores = Patterned.scores(ROWS);
        return new ResampledFigures(
                Arrays.stream(order).mapToDouble(row -> scores[row]).toArray(),
                outcomes(order),
                Arrays.stream(order).map(row -> row % PATIENTS).toArray(),
                threshold,
                BINS);
    }

    private static Ladder ladder(int[] rows) {
        var scores = Patterned.scores(ROWS);
        return Ladder.of(Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray(), outcomes(rows), BINS);
    }

    private static byte[] outcomes(int[] rows) {
        var all = Patterned.outcomes(ROWS);
        var outcomes = new byte[rows.length];
        for (var i = 0; i < rows.length; i++) {
            outcomes[i] = all[rows[i]];
        }
        return outcomes;
    }

    private static int[] ascending(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((one, other) -> Double.compare(scores[one], scores[other]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
