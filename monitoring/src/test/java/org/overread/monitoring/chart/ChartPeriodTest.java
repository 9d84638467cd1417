package org.overread.monitoring.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChartPeriodTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    @DisplayName("C5: the period is the shortest in which what is counted comes 16 times on average")
    void takesTheShortestThatCanBeRead() {
        assertThat(holding(weeks(12, 16, 100))).isEqualTo(ChartPeriod.WEEK);
        assertThat(holding(weeks(12, 15, 100))).isEqualTo(ChartPeriod.FOUR_WEEKS);
        assertThat(holding(weeks(12, 4, 100))).isEqualTo(ChartPeriod.FOUR_WEEKS);
        assertThat(holding(weeks(12, 3, 100))).isEqualTo(ChartPeriod.QUARTER);
        assertThat(holding(weeks(12, 1, 100))).as("none does").isEqualTo(ChartPeriod.QUARTER);
    }

    @Test
    @DisplayName("C5: the rest must come as often, so that nearly all is read like hardly any")
    void asksTheSameOfTheRest() {
        assertThat(holding(weeks(12, 85, 100))).isEqualTo(ChartPeriod.FOUR_WEEKS);
        assertThat(holding(weeks(12, 84, 100))).isEqualTo(ChartPeriod.WEEK);
    }

    @Test
    @DisplayName("C5: only the first twelve weeks with anything in them decide, so that a chart keeps its period")
    void isDecidedByTheFirstWeeks() {
        var weeks = weeks(12, 20, 100);
        weeks.addAll(weeks(40, 1, 100));
        assertThat(holding(weeks)).isEqualTo(ChartPeriod.WEEK);

        weeks.addAll(0, weeks(12, 0, 0));
        assertThat(holding(weeks)).as("before it began").isEqualTo(ChartPeriod.WEEK);
        assertThat(holding(List.of())).isEqualTo(ChartPeriod.WEEK);
    }

    @Test
    @DisplayName("C3: what a chart would give away makes its period longer, but not where no period would do")
    void mindsWhatItWouldGiveAway() {
        var weeks = weeks(12, 30, 100);

        assertThat(ChartPeriod.holding(weeks, Collections.nCopies(12, 4L))).isEqualTo(ChartPeriod.FOUR_WEEKS);
        assertThat(ChartPeriod.holding(weeks, Collections.nCopies(12, 0L))).isEqualTo(ChartPeriod.WEEK);
        assertThat(ChartPeriod.holding(weeks(12, 4, 100), Collections.nCopies(12, 20L)))
                .isEqualTo(ChartPeriod.FOUR_WEEKS);
    }

    @Test
    @DisplayName("C5: what is usual is learned from a third of the periods, within limits for each length")
    void learnsFromAThird() {
        assertThat(List.of(
                        ChartPeriod.WEEK.reference(9), ChartPeriod.WEEK.reference(30), ChartPeriod.WEEK.reference(99)))
                .containsExactly(4, 10, 12);
        assertThat(List.of(
                        ChartPeriod.FOUR_WEEKS.reference(6),
                        ChartPeriod.FOUR_WEEKS.reference(15),
                        ChartPeriod.FOUR_WEEKS.reference(26)))
                .containsExactly(3, 5, 6);
        assertThat(List.of(
                        ChartPeriod.QUARTER.reference(3),
                        ChartPeriod.QUARTER.reference(9),
                        ChartPeriod.QUARTER.reference(40)))
                .containsExactly(2, 3, 4);
        assertThat(List.of(ChartPeriod.WEEK.inAYear(), ChartPeriod.FOUR_WEEKS.inAYear(), ChartPeriod.QUARTER.inAYear()))
                .containsExactly(52, 13, 4);
    }

    private static ChartPeriod holding(List<PeriodCount> weeks) {
        return ChartPeriod.holding(weeks, List.of());
    }

    private static List<PeriodCount> weeks(int many, long count, long of) {
        return new ArrayList<>(Collections.nCopies(many, new PeriodCount(MONDAY, ChartPeriod.WEEK, count, of)));
    }
}
