package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {
    private static final int ROWS = 50_000;
    private static final double THRESHOLD = 0.163;
    private static final int BINS = 7;

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 4, 30})
    @DisplayName("C1: few points have the counts and the sums of powers of all the rows, bin by bin")
    void keepsCountsAndSumsOfPowers(double skew) {
        var scores = scores(skew);
        var outcomes = outcomes(scores, score -> score);

        var points = condensed(scores, outcomes);

        assertThat(points.size()).isLessThan(ROWS / 3);
        for (var bin = 0; bin < 2 * BINS; bin++) {
            var mine = new double[8];
            for (var point = 0; point < points.size(); point++) {
                if (binOf(points.score(point)) == bin) {
                    add(mine, 0, points.nonEvents(point), points.score(point));
                    add(mine, 4, points.events(point), points.score(point));
                }
            }
            var all = new double[8];
            for (var row = 0; row < ROWS; row++) {
                if (binOf(scores[row]) == bin) {
                    add(all, 4 * outcomes[row], 1, scores[row]);
                }
            }
            for (var sum = 0; sum < all.length; sum++) {
                assertThat(mine[sum]).isCloseTo(all[sum], within(1e-12 * Math.max(1, all[sum])));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 4, 20, 50})
    @DisplayName("C1: the calibration line through few points is that through all scores, also where it is steep")
    void drawsTheSameCalibrationLine(double slope) {
        var scores = scores(1);
        var outcomes = outcomes(scores, score -> 1 / (1 + Math.exp(-slope * (Math.log(score / (1 - score)) - 0.4))));

        var few = CalibrationLine.of(ladder(scores, outcomes, condensedBuilder(outcomes)));

        var every = CalibrationLine.of(ladder(scores, outcomes, exactBuilder(outcomes)));
        assertThat(every.slope().value()).isCloseTo(slope, within(slope / 3));
        assertSame(few.slope(), every.slope());
        assertSame(few.intercept(), every.intercept());
        assertSame(few.inTheLarge(), every.inTheLarge());
    }

    @Test
    @DisplayName("C1: scores of exactly 0 and 1, and below the least that has a logit, are points like others")
    void takesTheEndsOfTheScale() {
        var scores = new double[ROWS];
        for (var row = 0; row < ROWS; row++) {
            scores[row] = row < 9_000 ? Double.MIN_VALUE * (row / 2) : row < 20_000 ? 1e-7 * row / 20_000 : 0.999_999_5;
        }
        Arrays.fill(scores, 30_000, ROWS, 1);

        var points = condensed(scores, outcomes(scores, score -> 0.5));

        assertThat(IntStream.range(0, points.size()).mapToDouble(points::score)).allMatch(score -> score >= 0);
        assertThat(IntStream.range(0, points.size()).mapToDouble(points::score)).allMatch(score -> score <= 1);
        assertThat(IntStream.range(0, points.size())
                        .mapToDouble(point -> points.events(point) + points.nonEvents(point))
                        .sum())
                .isCloseTo(ROWS, within(1e-8));
    }

    private static void assertSame(Estimate few, Estimate every) {
        assertNear(few.value(), every.value());
        assertNear(few.low(), every.low());
        assertNear(few.high(), every.high());
    }

    private static void assertNear(@Nullable Double few, @Nullable Double every) {
        Approximately.assertNear(few, Objects.requireNonNull(every), 1e-8);
    }

    private static void add(double[] sums, int from, double weight, double score) {
        for (var power = 0; power < 4; power++) {
            sums[from + power] += weight * Math.pow(score, power);
        }
    }

    /** The bin, once more by whether it is flagged. */
    private static int binOf(double score) {
        return 2 * Calibration.binOf(score, BINS) + (score >= THRESHOLD ? 1 : 0);
    }

    private static double[] scores(double skew) {
        return new SplittableRandom(5)
                .doubles(ROWS)
                .map(score -> Math.pow(score, skew))
                .sorted()
                .toArray();
    }

    private static byte[] outcomes(double[] scores, DoubleUnaryOperator risk) {
        var random = new SplittableRandom(6);
        var outcomes = new byte[scores.length];
        for (var row = 0; row < outcomes.length; row++) {
            outcomes[row] = (byte) (random.nextDouble() < risk.applyAsDouble(scores[row]) ? 1 : 0);
        }
        return outcomes;
    }

    private static Points condensed(double[] scores, byte[] outcomes) {
        var points = Points.condensed(ROWS, THRESHOLD, BINS);
        for (int from = 0, to; from < ROWS; from = to) {
            var events = 0;
            for (to = from; to < ROWS && scores[to] == scores[from]; to++) {
                events += outcomes[to];
            }
            points.add(scores[from], events, to - from - events);
        }
        points.close();
        return points;
    }

    private static LadderBuilder condensedBuilder(byte[] outcomes) {
        return LadderBuilder.condensed(events(outcomes), ROWS - events(outcomes), THRESHOLD, BINS);
    }

    private static LadderBuilder exactBuilder(byte[] outcomes) {
        return LadderBuilder.exact(events(outcomes), ROWS - events(outcomes), BINS);
    }

    private static int events(byte[] outcomes) {
        var events = 0;
        for (var outcome : outcomes) {
            events += outcome;
        }
        return events;
    }

    private static Ladder ladder(double[] scores, byte[] outcomes, LadderBuilder builder) {
        for (var row = 0; row < ROWS; row++) {
            builder.add(scores[row], outcomes[row] == 1);
        }
        return builder.build();
    }
}
