package org.overread.monitoring.subgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Metric;

class RowsTest {
    private static final Question QUESTION = new Question(0.3, List.of("sex", "site"), true, 7);

    /** None, one, few, and so many that they are condensed. */
    private static final int[] SIZES = {0, 1, 2, 3, 40, 1_500, 20_000};

    private static final double EXACT = 1e-9;

    enum Scores {
        SPREAD(SplittableRandom::nextDouble),
        TENTHS(random -> random.nextInt(11) / 10.0),
        FOUR_DECIMALS(random -> random.nextInt(10_001) / 10_000.0),
        EQUAL(random -> 0.3),
        SKEWED(random -> Math.pow(random.nextDouble(), 12)),
        SKEWED_UP(random -> 1 - Math.pow(random.nextDouble(), 9)),
        CLOSE(random -> 0.3 + 1e-6 * (random.nextDouble() - 0.5)),
        DENORMAL(random -> random.nextInt(3) == 0 ? random.nextDouble() : Double.MIN_VALUE * random.nextInt(50)),
        WITH_ZERO_AND_ONE(random -> Math.clamp(1.4 * random.nextDouble() - 0.2, 0.0, 1.0));

        private final ToDoubleFunction<SplittableRandom> score;

        Scores(ToDoubleFunction<SplittableRandom> score) {
            this.score = score;
        }
    }

    enum Outcomes {
        AS_PROMISED,
        RARE,
        SEPARATED_BUT_FOR_FEW,
        ALL,
        NONE;

        int of(double score, SplittableRandom random) {
            return switch (this) {
                case AS_PROMISED -> random.nextDouble() < score ? 1 : 0;
                case RARE -> random.nextInt(200) == 0 ? 1 : 0;
                case SEPARATED_BUT_FOR_FEW -> score > 0.3 ^ random.nextInt(500) == 0 ? 1 : 0;
                case ALL -> 1;
                case NONE -> 0;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("C1, C4: whatever the scores, every group's figures are those of its rows one by one")
    void agreesWithTheDefinitions(Scores scores) {
        for (var outcomes : Outcomes.values()) {
            for (var size : SIZES) {
                var cohort = random(size, scores, outcomes);
                var partitions = Partition.all(QUESTION, cohort.dictionary());
                var groups = partitions.stream()
                        .flatMap(partition -> partition.groups().stream())
                        .toList();

                var figures = SortedRows.of(cohort).figures(partitions, groups, QUESTION);

                assertThat(figures).hasSameSizeAs(groups);
                figures.forEach((group, some) -> assertPlain(some, rows(cohort, group)));
            }
        }
    }

    private static void assertPlain(Figures figures, List<double[]> rows) {
        var plain = new PlainFigures(rows);
        plain.values(QUESTION.threshold(), QUESTION.bins()).forEach((metric, value) -> {
            var mine = figures.get(metric);
            if (mine.value() == null) {
                assertThat(mine.reason()).isNotBlank();
                assertUndefined(metric, value, rows);
            } else {
                assertThat(mine.value())
                        .as(metric.label())
                        .isCloseTo(value, within(EXACT * Math.max(1, Math.abs(value))));
            }
        });
        var auroc = figures.get(Metric.AUROC);
        if (auroc.low() != null && auroc.low() > 0) {
            var low = Objects.requireNonNull(auroc.value()) - plain.halfOfAuroc();
            assertThat(auroc.low()).isCloseTo(low, within(EXACT));
        }
        assertHighest(plain, figures.get(Metric.CALIBRATION_IN_THE_LARGE).value(), 1.0, 1);
        var slope = figures.get(Metric.CALIBRATION_SLOPE).value();
        assertHighest(plain, figures.get(Metric.CALIBRATION_INTERCEPT).value(), slope, 2);
    }

    /** NaN, infinity, or a ratio of which one class is missing. */
    private static void assertUndefined(Metric metric, double value, List<double[]> rows) {
        var oneClass = rows.stream().mapToDouble(row -> row[1]).distinct().count() < 2;
        assertThat(!Double.isFinite(value) || oneClass)
                .as(metric.label() + " " + value)
                .isTrue();
    }

    /** The likelihood of all rows is flat there to a millionth of a standard error. */
    private static void assertHighest(
            PlainFigures plain, @Nullable Double intercept, @Nullable Double slope, int directions) {
        if (intercept != null && slope != null) {
            assertThat(plain.gradient(intercept, slope)).hasSize(2);
            for (var direction = 0; direction < directions; direction++) {
                assertThat(plain.gradient(intercept, slope)[direction]).isCloseTo(0, within(1e-6));
            }
        }
    }

    private static List<double[]> rows(Cohort cohort, Group group) {
        return IntStream.range(0, cohort.size)
                .filter(row -> cohort.outcomes[row] >= 0 && group.slices().get(cohort.slices[row]))
                .mapToObj(row -> new double[] {cohort.scores[row], cohort.outcomes[row]})
                .toList();
    }

    /** One outcome in ten is unknown; one site is small. */
    private static Cohort random(int size, Scores scores, Outcomes outcomes) {
        var random = new SplittableRandom(31L * size + scores.ordinal());
        var cohort = Cohort.builder();
        for (var row = 0; row < size; row++) {
            var score = scores.score.applyAsDouble(random);
            var outcome = random.nextInt(10) == 0 ? Cohort.UNKNOWN : outcomes.of(score, random);
            var site = Math.min(2, random.nextInt(40));
            var slice = Map.of("sex", random.nextBoolean() ? "F" : "M", "site", "" + site);
            cohort.add(score, outcome, row, cohort.slice(slice));
        }
        return cohort.build();
    }
}
