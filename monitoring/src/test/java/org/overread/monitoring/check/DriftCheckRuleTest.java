package org.overread.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.drift.Column;
import org.overread.monitoring.drift.ColumnDrift;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.JudgedColumn;
import org.overread.monitoring.drift.Mark;
import org.overread.monitoring.drift.Movement;
import org.overread.monitoring.plan.FeatureKind;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.profile.CategoricalDistribution;

/** Months of 1,000 cases from January on; a finding is what moved in two of the last three. */
class DriftCheckRuleTest {
    private static final Column LACTATE = Column.feature("lactate");
    private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
    private static final List<WatchedFeature> WATCHED = List.of(watched("lactate", null));
    private static final List<WatchedFeature> MAY_BE_MISSING = List.of(watched("lactate", 0.6));

    private static final Month SAME = new Month(false, false, null, 0);
    private static final Month VALUES = new Month(true, false, null, 0);
    private static final Month MISSING = new Month(false, true, null, 300);
    private static final Month FEW = new Month(false, false, "too few values", 900);

    /** What moved, why nothing can be said of the values, and how many of 1,000 are missing. */
    private record Month(
            boolean values, boolean missing, @Nullable String undecided, long without) {
        Month with(long otherWithout) {
            return new Month(values, missing, undecided, otherWithout);
        }
    }

    @Test
    @DisplayName(
            "C8: what moved in as many of the latest months as the rule wants is a warning, in one fewer it is none")
    void warnsOfWhatHolds() {
        assertThat(check(SAME, VALUES, SAME, VALUES).state()).isEqualTo(CheckState.WARNING);
        assertThat(check(SAME, SAME, VALUES, SAME).state()).isEqualTo(CheckState.OK);
        // the first of these lies before the three that are looked at
        assertThat(check(VALUES, VALUES, SAME, SAME).state()).isEqualTo(CheckState.OK);
        assertThat(check(VALUES, VALUES).state()).isEqualTo(CheckState.WARNING);
        assertThat(check(SAME, VALUES, SAME, VALUES).sentence()).endsWith("It has held in 2 of the last 3 months.");
        assertThat(check(SAME, SAME, VALUES).sentence()).doesNotContain("It has held");
    }

    @Test
    @DisplayName("C8: values and missing values hold each on their own; together they make no finding")
    void countsValuesAndMissingApart() {
        assertThat(check(SAME, VALUES, MISSING).state()).isEqualTo(CheckState.OK);
        assertThat(check(SAME, MISSING, MISSING).state()).isEqualTo(CheckState.WARNING);
    }

    @Test
    @DisplayName("C1: a column that hardly comes any more is an alert, unless it hardly came before")
    void alarmsOfAColumnThatVanished() {
        assertThat(check(SAME, MISSING, MISSING.with(995)).state()).isEqualTo(CheckState.ALERT);
        assertThat(check(SAME, MISSING, MISSING.with(994)).state()).isEqualTo(CheckState.WARNING);
        // back again in the latest month
        assertThat(check(MISSING.with(1_000), MISSING.with(1_000), MISSING).state())
                .isEqualTo(CheckState.WARNING);
        assertThat(check(995, SAME, MISSING.with(1_000), MISSING.with(1_000)).state())
                .isEqualTo(CheckState.WARNING);
        assertThat(check(994, SAME, MISSING.with(1_000), MISSING.with(1_000)).state())
                .isEqualTo(CheckState.ALERT);
        // not for long enough
        assertThat(check(SAME, SAME, MISSING.with(1_000)).state()).isEqualTo(CheckState.OK);
    }

    @Test
    @DisplayName("C7: a latest month of which nothing can be said is NO_DATA and not OK, yet a finding before it stays")
    void isNotGreenWithoutData() {
        assertThat(check(SAME, SAME, FEW).state()).isEqualTo(CheckState.NO_DATA);
        assertThat(check(SAME, FEW, SAME).state()).isEqualTo(CheckState.OK);
        assertThat(check(VALUES, VALUES, FEW).state()).isEqualTo(CheckState.WARNING);
    }

    @Test
    @DisplayName("C11: where the plan says how often a feature may be missing, its missing values are no drift")
    void leavesMissingValuesToThePlan() {
        var check = check(MAY_BE_MISSING, LACTATE, 0, SAME, MISSING, MISSING);

        assertThat(check.state()).isEqualTo(CheckState.OK);
        assertThat(check.sentence())
                .isEqualTo("The values of lactate that are there lie as they did in the reference window.");
        assertThat(check(MAY_BE_MISSING, LACTATE, 0, SAME, SAME, SAME).sentence())
                .doesNotContain("that are there");
        assertThat(check(SAME, MISSING, MISSING).sentence()).doesNotContain("that are there");
        assertThat(check(MAY_BE_MISSING, LACTATE, 0, VALUES, VALUES, VALUES).state())
                .isEqualTo(CheckState.WARNING);
    }

    @Test
    @DisplayName("C11: a feature is judged when the plan watches it; score and outcomes always are, by their own keys")
    void judgesWhatIsWatched() {
        assertThat(DriftCheckRule.of(finding(Column.feature("ph"), 0, VALUES, VALUES), WATCHED))
                .isEmpty();
        assertThat(check(VALUES, VALUES).key()).isEqualTo("drift:lactate");
        assertThat(check(VALUES, VALUES).title()).isEqualTo("Drift of lactate");
        var score = check(List.of(), Column.SCORE, 0, VALUES, VALUES);
        assertThat(score.key()).isEqualTo("drift-of-score");
        assertThat(score.headline()).isEqualTo("Drift of the score beyond what the plan allows");
        assertThat(check(List.of(), Column.OUTCOME, 0, SAME).key()).isEqualTo("drift-of-outcome");
        assertThat(check(List.of(), Column.OUTCOME, 0, SAME).headline()).isEqualTo("Drift of the share of events");
    }

    @Test
    @DisplayName("C8: it is told since the first month of the last row of months that moved")
    void tellsSinceWhen() {
        assertThat(check(VALUES, SAME, VALUES, VALUES).since()).isEqualTo(JANUARY.plusMonths(2));
        assertThat(check(SAME, VALUES, VALUES, SAME).since()).isEqualTo(JANUARY.plusMonths(1));
        assertThat(check(MISSING, VALUES, MISSING, MISSING).since()).isEqualTo(JANUARY.plusMonths(2));
        assertThat(check(SAME, SAME, VALUES).since()).isNull();
    }

    @Test
    @DisplayName("C8: beside it stand month by month how far it moved, of values or of missing ones, and the limit")
    void showsHowFarItMoved() {
        var values = check(SAME, VALUES, VALUES);
        assertThat(values.limit()).isEqualTo(0.1);
        assertThat(values.points()).extracting(CheckPoint::value).containsExactly(0.02, 0.3, 0.3);
        assertThat(values.points().getFirst().from()).isEqualTo(JANUARY);
        assertThat(values.points().getFirst().to()).isEqualTo(JANUARY.plusMonths(1));

        var missing = check(SAME, MISSING, MISSING);
        assertThat(missing.limit()).isEqualTo(0.05);
        assertThat(missing.points()).extracting(CheckPoint::value).containsExactly(0.01, 0.4, 0.4);

        // as often one as the other: of the values
        assertThat(check(SAME, VALUES, MISSING).limit()).isEqualTo(0.1);
    }

    private static Check check(Month... months) {
        return check(0, months);
    }

    private static Check check(long withoutThen, Month... months) {
        return check(WATCHED, LACTATE, withoutThen, months);
    }

    private static Check check(List<WatchedFeature> watched, Column column, long withoutThen, Month... months) {
        return DriftCheckRule.of(finding(column, withoutThen, months), watched)
                .findFirst()
                .orElseThrow();
    }

    private static DriftFinding finding(Column column, long withoutThen, Month... months) {
        var marks = new ArrayList<Mark>();
        for (var month : months) {
            var from = JANUARY.plusMonths(marks.size());
            marks.add(new Mark(
                    from.atStartOfDay().toInstant(ZoneOffset.UTC),
                    from.plusMonths(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                    judged(column, withoutThen, month)));
        }
        return new DriftFinding(column, marks.getLast().judged(), marks, 2, 3);
    }

    private static JudgedColumn judged(Column column, long withoutThen, Month month) {
        var drift = ColumnDrift.of(column, values(withoutThen), values(month.without()));
        return new JudgedColumn(
                drift,
                movement(month.values(), month.values() ? 0.3 : 0.02, 0.1, month.undecided()),
                movement(month.missing(), month.missing() ? 0.4 : 0.01, 0.05, null));
    }

    private static Movement movement(boolean moved, double effect, double limit, @Nullable String undecided) {
        return new Movement(moved, effect, limit, moved ? 1e-9 : 0.7, moved ? 1e-8 : 1.0, undecided);
    }

    private static CategoricalDistribution values(long missing) {
        var counts =
                new TreeMap<>(Map.of("high", (1_000 - missing) / 2, "low", 1_000 - missing - (1_000 - missing) / 2));
        counts.values().removeIf(count -> Objects.equals(count, 0L));
        return new CategoricalDistribution(counts, missing);
    }

    private static WatchedFeature watched(String name, @Nullable Double mostMissing) {
        return new WatchedFeature(name, FeatureKind.CATEGORICAL, null, null, null, List.of(), mostMissing);
    }
}
