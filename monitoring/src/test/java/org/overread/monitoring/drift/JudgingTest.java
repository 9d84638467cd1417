package org.overread.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.profile.FeatureDistribution;

class JudgingTest {
    private static final Column INSULIN = Column.feature("insulin");

    @Test
    @DisplayName("C8: a significant difference that is too small to matter is no movement")
    void ignoresWhatIsTooSmall() {
        var judged = judge(INSULIN, insulin(100_000, 50_000, 0), insulin(100_000, 52_000, 0));

        assertThat(judged.values().adjusted()).isLessThan(1e-9);
        assertThat(judged.values().effect()).isCloseTo(0.02, within(1e-12));
        assertThat(judged.moved()).isFalse();
        assertThat(judged.meaning()).isEqualTo("insulin looks as it did in the reference window.");
    }

    @Test
    @DisplayName("C8: a large difference that may be chance is no movement")
    void ignoresWhatMayBeChance() {
        var judged = judge(INSULIN, insulin(300, 150, 0), insulin(200, 120, 0));

        assertThat(judged.values().effect()).isCloseTo(0.1, within(1e-12));
        assertThat(judged.values().moved()).isTrue();
        assertThat(judge(INSULIN, insulin(300, 150, 0), insulin(200, 115, 0)).moved())
                .isFalse();
    }

    @Test
    @DisplayName("C8: the more columns, the stronger the evidence that each of them needs")
    void correctsForTheNumberOfColumns() {
        var columns = new ArrayList<ColumnDrift>();
        columns.add(ColumnDrift.of(INSULIN, insulin(300, 150, 0), insulin(200, 120, 0)));
        for (int i = 0; i < 20; i++) {
            columns.add(ColumnDrift.of(Column.feature("f" + i), insulin(300, 150, 0), insulin(200, 100, 0)));
        }

        var judged = Judging.of(DriftRule.DEFAULT, columns).getFirst();

        assertThat(judged.values().pValue()).isLessThan(0.05);
        assertThat(judged.values().adjusted())
                .isEqualTo(21 * Objects.requireNonNull(judged.values().pValue()));
        assertThat(judged.moved()).isFalse();
    }

    @Test
    @DisplayName("C8: missing values speak on their own, in one sentence")
    void tellsMissingValues() {
        var judged = judge(Column.feature("medical_specialty"), insulin(1_020, 500, 980), insulin(660, 320, 1_340));

        assertThat(judged.values().moved()).isFalse();
        assertThat(judged.missing().moved()).isTrue();
        assertThat(judged.meaning())
                .isEqualTo("medical_specialty is missing in 67 % of rows, 49 % in the reference window.");
        assertThat(judge(INSULIN, insulin(1_020, 500, 980), insulin(660, 500, 1_340))
                        .meaning())
                .isEqualTo("insulin is missing in 67 % of rows, 49 % in the reference window; where it is there, it is"
                        + " “Up” in 76 %, 49 % in the reference window.");
    }

    @Test
    @DisplayName("C8: fewer than 200 values are too few to be judged")
    void refusesToJudgeAFew() {
        var judged = judge(INSULIN, insulin(1_000, 500, 0), insulin(199, 0, 0));

        assertThat(judged.moved()).isFalse();
        assertThat(judged.values().effect()).isCloseTo(0.5, within(1e-12));
        assertThat(judged.values().undecided())
                .isEqualTo("too few: 199 values in the current window, at least 200 are needed");
        assertThat(judged.distance()).isZero();
        assertThat(judged.meaning()).startsWith("insulin cannot be judged (too few: 199 values");
    }

    @Test
    @DisplayName("C8: outcomes that are mostly not known yet are not judged, and late ones are no drift")
    void waitsForOutcomes() {
        var late = judge(Column.OUTCOME, outcomes(1_000, 110, 0), outcomes(500, 90, 500));
        var known = judge(Column.OUTCOME, outcomes(1_000, 110, 0), outcomes(970, 170, 30));

        assertThat(late.values().undecided()).isEqualTo("too many outcomes of the current window are not known yet");
        assertThat(late.moved()).isFalse();
        assertThat(known.moved()).isTrue();
        assertThat(known.meaning()).isEqualTo("18 % of the known outcomes are events, 11 % in the reference window.");
    }

    @Test
    void namesTheCategoryThatChangedMostAndTheMean() {
        assertThat(judge(INSULIN, insulin(1_000, 500, 0), insulin(1_000, 700, 0))
                        .meaning())
                .isEqualTo("insulin is “Down” in 30 %, 50 % in the reference window.");
        assertThat(judge(Column.SCORE, Sample.of(1_000, i -> i / 1_000.0), Sample.of(1_000, i -> i / 800.0))
                        .meaning())
                .isEqualTo("The score has a mean of 0.6244, 0.4995 in the reference window,"
                        + " and the distributions lie up to 20 % apart.");
    }

    private static JudgedColumn judge(Column column, FeatureDistribution reference, FeatureDistribution current) {
        return Judging.of(DriftRule.DEFAULT, List.of(ColumnDrift.of(column, reference, current)))
                .getFirst();
    }

    private static FeatureDistribution insulin(long present, long up, long missing) {
        return up == 0
                ? Sample.categories(missing, Map.of("Down", present))
                : Sample.categories(missing, Map.of("Up", up, "Down", present - up));
    }

    private static FeatureDistribution outcomes(long known, long events, long missing) {
        return Sample.categories(missing, Map.of("1", events, "0", known - events));
    }
}
