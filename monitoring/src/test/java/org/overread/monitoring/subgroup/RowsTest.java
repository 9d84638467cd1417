package org.overread.monitoring.subgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.metric.ScoreGrid;

class RowsTest {
    private static final int BINS = 10;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 1_000, 250_000})
    @DisplayName("C1: counting scores and sorting them give the same figures, of every group and to the last tie")
    void countsAsItSorts(int rows) {
        for (var decimals = 1; decimals <= 3; decimals++) {
            var cohort = random(rows, decimals);
            var grid = Objects.requireNonNull(ScoreGrid.of(cohort.scores, cohort.size));
            var partitions = Partition.all(new Question(0.3, List.of("sex", "site"), true), cohort.dictionary());

            var counted = figures(CountedRows.of(cohort, grid), partitions);

            var sorted = figures(SortedRows.of(cohort), partitions);
            assertThat(counted).hasSameSizeAs(sorted);
            counted.forEach((group, figures) -> assertSame(figures, Objects.requireNonNull(sorted.get(group))));
        }
    }

    private static void assertSame(Figures counted, Figures sorted) {
        for (var metric : Metric.values()) {
            var mine = counted.get(metric);
            var theirs = sorted.get(metric);
            assertThat(mine.reason()).isEqualTo(theirs.reason());
            assertNear(mine.value(), theirs.value());
            assertNear(mine.low(), theirs.low());
            assertNear(mine.high(), theirs.high());
        }
    }

    private static void assertNear(@Nullable Double mine, @Nullable Double theirs) {
        if (theirs == null) {
            assertThat(mine).isNull();
        } else {
            assertThat(mine).isCloseTo(theirs, within(1e-12 * Math.max(1, Math.abs(theirs))));
        }
    }

    private static Map<Group, Figures> figures(Rows rows, List<Partition> partitions) {
        var groups = partitions.stream()
                .flatMap(partition -> partition.groups().stream())
                .toList();
        return rows.map(partitions, groups, BINS, ladder -> Figures.of(ladder, 0.3, BINS));
    }

    /** Some outcomes unknown; the scores are few, so that most are tied. */
    private static Cohort random(int rows, int decimals) {
        var random = new SplittableRandom(31L * rows + decimals);
        var grid = Math.pow(10, decimals);
        var cohort = Cohort.builder();
        for (var row = 0; row < rows; row++) {
            var score = Math.round(random.nextDouble() * random.nextDouble() * grid) / grid;
            var outcome = random.nextInt(10) == 0 ? Cohort.UNKNOWN : random.nextDouble() < score ? 1 : 0;
            var slice = Map.of("sex", random.nextBoolean() ? "F" : "M", "site", "" + random.nextInt(3));
            cohort.add(score, outcome, row, cohort.slice(slice));
        }
        return cohort.build();
    }
}
