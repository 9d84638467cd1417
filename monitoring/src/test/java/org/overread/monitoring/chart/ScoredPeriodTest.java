package org.overread.monitoring.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.subgroup.Cohort;

/** A week whose predictions are flagged at 0.5. */
class ScoredPeriodTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    private final Cohort.Builder week = Cohort.builder();
    private int patients;

    @Test
    @DisplayName("C5: a score at the threshold is flagged, and every prediction counts")
    void countsWhatIsFlagged() {
        add(3, 0.5, 1).add(4, 0.49, 0).add(1, 0.9, null);

        assertThat(period().flagged()).isEqualTo(new PeriodCount(MONDAY, ChartPeriod.WEEK, 4, 8));
    }

    @Test
    @DisplayName("C4: a week is judged once four of five outcomes are known, and then by those that are known")
    void judgesAWeekOnceItsOutcomesAreKnown() {
        add(30, 0.6, 1).add(50, 0.2, 0).add(20, 0.2, null);
        assertThat(period().events()).isEqualTo(new PeriodCount(MONDAY, ChartPeriod.WEEK, 30, 80));

        add(1, 0.2, null);

        assertThat(period().events()).isEqualTo(new PeriodCount(MONDAY, ChartPeriod.WEEK, 0, 0));
    }

    @Test
    @DisplayName(
            "C3: flagged or not, event or not, each must stand for eleven patients, however many predictions they had")
    void knowsWhatStandsForFew() {
        add(11, 0.6, 1).add(11, 0.2, 0);
        assertThat(period()).returns(false, ScoredPeriod::fewFlagged).returns(false, ScoredPeriod::fewEvents);
        assertThat(of(10, 40)).returns(true, ScoredPeriod::fewFlagged).returns(true, ScoredPeriod::fewEvents);
        assertThat(of(40, 10)).returns(true, ScoredPeriod::fewFlagged).returns(true, ScoredPeriod::fewEvents);

        var often = Cohort.builder();
        for (int i = 0; i < 80; i++) {
            often.add(i < 40 ? 0.6 : 0.2, i < 40 ? 1 : 0, "p" + (i < 40 ? i : i % 10), Map.of());
        }
        assertThat(ScoredPeriod.of(MONDAY, ChartPeriod.WEEK, often.build(), 0.5))
                .returns(true, ScoredPeriod::fewFlagged)
                .returns(true, ScoredPeriod::fewEvents);
    }

    @Test
    @DisplayName(
            "C3: a chart hides the weeks whose own counts stand for few: of flags by the flagged, of outcomes by events")
    void hidesByWhatItCounts() {
        // 40 flagged and 40 others; 12 events, of ten patients
        for (int i = 0; i < 80; i++) {
            week.add(i % 2 == 0 ? 0.6 : 0.2, i < 12 ? 1 : 0, "p" + (i < 12 ? i % 10 : i), Map.of());
        }
        var weeks = Collections.nCopies(6, period());

        assertThat(ScoredPeriod.flagged(ChartPeriod.WEEK, weeks).points()).noneMatch(ShownChart.Point::hidden);
        assertThat(ScoredPeriod.outcomes(ChartPeriod.WEEK, weeks).points()).allMatch(ShownChart.Point::hidden);
    }

    private static ScoredPeriod of(int flaggedEvents, int others) {
        var test = new ScoredPeriodTest();
        return test.add(flaggedEvents, 0.6, 1).add(others, 0.2, 0).period();
    }

    private ScoredPeriodTest add(int many, double score, @Nullable Integer outcome) {
        for (int i = 0; i < many; i++) {
            week.add(score, outcome, "p" + patients++, Map.of());
        }
        return this;
    }

    private ScoredPeriod period() {
        return ScoredPeriod.of(MONDAY, ChartPeriod.WEEK, week.build(), 0.5);
    }
}
