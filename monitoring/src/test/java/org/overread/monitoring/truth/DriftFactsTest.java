package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.drift.Column;
import org.overread.monitoring.drift.ColumnDrift;
import org.overread.monitoring.drift.DriftBasis;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.DriftRule;
import org.overread.monitoring.drift.JudgedColumn;
import org.overread.monitoring.drift.Judging;
import org.overread.monitoring.drift.Mark;
import org.overread.monitoring.profile.CategoricalDistribution;
import org.overread.monitoring.truth.Fact.Weight;

/** Columns of 1,000 cases a month, half of them {@code a} in the reference window; six months follow it. */
class DriftFactsTest {
    private static final Months GONE = new Months("gone", 0, months(0, 0, 0, 1_000, 1_000, 1_000), months(50));
    private static final Months STEADY = new Months("steady", 5, months(650), months(50));
    private static final Months MORE = new Months("more", 100, months(200, 200, 200, 450, 450, 450), months(50));
    private static final Months FOURTH = new Months("fourth", 100, months(180), months(50));
    private static final Months BETTER = new Months("better", 300, months(100), months(50));
    private static final Months FAR = new Months("far", 0, months(0), months(90));
    private static final Months NEAR = new Months("near", 0, months(0), months(60));
    private static final Months ONCE = new Months("once", 0, months(0), months(50, 50, 50, 50, 50, 90));
    private static final Months SAME = new Months("same", 0, months(0), months(50));

    /** How many of 1,000 are missing, and how many percent of the others are {@code a}, month by month. */
    private record Months(String name, long missingThen, int[] missing, int[] percent) {}

    @Test
    @DisplayName(
            "C1: what goes missing is told, the worst three first; one distribution that is far, and how many more")
    void tellsTheWorstFirst() {
        assertThat(sentences(SAME, ONCE, NEAR, FAR, BETTER, FOURTH, MORE, STEADY, GONE))
                .satisfiesExactly(
                        gone -> assertThat(gone)
                                .isEqualTo(
                                        "gone has vanished: 100 % (100–100 %) of cases lack it in the latest 3 months,"
                                                + " 0 % in the reference window."),
                        // statsmodels: proportion_confint(1950, 3000, method="wilson") -> 0.633, 0.667
                        steady -> assertThat(steady)
                                .isEqualTo(
                                        "steady goes missing more often: 0.5 % in the reference window, 65 % (63–67 %) in"
                                                + " the latest 3 months."),
                        // statsmodels: proportion_confint(1350, 3000, method="wilson") -> 0.432, 0.468
                        more -> assertThat(more)
                                .isEqualTo(
                                        "more goes missing more and more: 10 % in the reference window, 45 % (43–47 %)"
                                                + " in the latest 3 months."),
                        far -> assertThat(far).startsWith("Its cases have changed: far is "),
                        // fourth, better and near
                        others -> assertThat(others)
                                .isEqualTo("3 more of 9 columns have shifted since the reference window."));
        assertThat(DriftFacts.of(report(List.of(finding(GONE), finding(FAR)))))
                .allMatch(fact -> fact.weight() == Weight.CONCERN);
    }

    @Test
    @DisplayName("C1: what has shifted, and not far, is a note; also what goes missing less often")
    void notesWhatIsNotFar() {
        var near = List.of("1 of 1 columns have shifted since the reference window, none of them far.");

        assertThat(sentences(NEAR)).isEqualTo(near);
        assertThat(sentences(BETTER)).isEqualTo(near);
        assertThat(DriftFacts.of(report(List.of(finding(NEAR))))).allMatch(fact -> fact.weight() == Weight.NOTE);
    }

    @Test
    @DisplayName("C8: a difference of one month alone is not told, nor a far one of too few values")
    void isSilentOfWhatDoesNotHold() {
        assertThat(sentences(ONCE, SAME)).isEmpty();
        // in the last month 850 are missing, and the 150 others differ by 40 points: too few to be judged
        assertThat(sentences(new Months("blip", 0, months(0, 0, 0, 0, 0, 850), months(50, 50, 50, 60, 60, 90))))
                .containsExactly("1 of 1 columns have shifted since the reference window, none of them far.");
    }

    @Test
    @DisplayName("C3: where the shares would tell of few, in the whole or in a month, none is told")
    void tellsNoSharesOfFew() {
        for (int hidden = -1; hidden < 6; hidden += 6) {
            assertThat(DriftFacts.of(report(List.of(hidden(finding(GONE), hidden))))
                            .map(Fact::sentence))
                    .containsExactly("gone has vanished: hardly a case has it any more.");
            assertThat(DriftFacts.of(report(List.of(hidden(finding(MORE), hidden))))
                            .map(Fact::sentence))
                    .containsExactly("more goes missing more often than in the reference window; how often is hidden,"
                            + " since it stands for few.");
        }
    }

    @Test
    @DisplayName(
            "C1: where a column is lost, or has moved far, at some sites only, those are told, and where it is not so")
    void tellsAtWhichSites() {
        assertThat(bySite(MORE, "east", MORE, "north", sameAs("more"), "west", MORE))
                .singleElement()
                .asString()
                .endsWith("in the latest 3 months. It is so at east and west, and not at north.");
        assertThat(bySite(FAR, "north", sameAs("far"), "south", FAR))
                .singleElement()
                .asString()
                .endsWith(". It is so at south, and not at north.");
    }

    @Test
    @DisplayName("C1: what holds at every site, or cannot be judged at the others, is told of all together")
    void tellsNoSitesWhereItIsNotKnown() {
        assertThat(bySite(MORE, "north", MORE, "south", MORE)).isEqualTo(sentences(MORE));
        assertThat(bySite(FAR, "north", new Months("far", 0, months(900), months(50)), "south", FAR))
                .as("of 100 values nothing can be said")
                .isEqualTo(sentences(FAR));
        assertThat(bySite(FAR, "north", new Months("far", 0, months(0), months(50, 50, 50, 50, 50, 90)), "south", FAR))
                .as("it begins there")
                .isEqualTo(sentences(FAR));
        assertThat(bySite(FAR, "north", SAME, "south", FAR))
                .as("the column never came from there")
                .isEqualTo(sentences(FAR));
    }

    private static Months sameAs(String name) {
        return new Months(name, name.equals("more") ? 100 : 0, months(name.equals("more") ? 100 : 0), months(50));
    }

    /** @param sites each name before what became of the column there */
    private static List<String> bySite(Months all, Object... sites) {
        var reports = new TreeMap<String, DriftReport>();
        for (int i = 0; i < sites.length; i += 2) {
            reports.put((String) sites[i], report(List.of(finding((Months) sites[i + 1]))));
        }
        return DriftFacts.of(report(List.of(finding(all))), reports)
                .map(Fact::sentence)
                .toList();
    }

    private static int[] months(int... each) {
        return each.length == 6
                ? each
                : IntStream.generate(() -> each[0]).limit(6).toArray();
    }

    private static List<String> sentences(Months... columns) {
        var findings = new ArrayList<DriftFinding>();
        for (var column : columns) {
            findings.add(finding(column));
        }
        return DriftFacts.of(report(findings)).map(Fact::sentence).toList();
    }

    private static DriftReport report(List<DriftFinding> findings) {
        return new DriftReport(null, DriftRule.DEFAULT, DriftBasis.NOTHING, findings);
    }

    private static DriftFinding finding(Months months) {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < 6; i++) {
            marks.add(new Mark(Instant.EPOCH, Instant.EPOCH, judged(months, months.missing()[i], months.percent()[i])));
        }
        return new DriftFinding(
                Column.feature(months.name()), marks.getLast().judged(), marks, DriftRule.DEFAULT.held(), 3);
    }

    private static JudgedColumn judged(Months months, int missing, int percent) {
        var drift = ColumnDrift.of(
                Column.feature(months.name()), values(months.missingThen(), 50), values(missing, percent));
        return Judging.of(DriftRule.DEFAULT, List.of(drift)).getFirst();
    }

    private static CategoricalDistribution values(long missing, int percent) {
        var counts = new TreeMap<>(
                Map.of("a", (1_000 - missing) * percent / 100, "b", (1_000 - missing) * (100 - percent) / 100));
        counts.values().removeIf(count -> count == 0);
        return new CategoricalDistribution(counts, missing);
    }

    /** The same where it must not be told how many are missing in that month, or in the whole for -1. */
    private static DriftFinding hidden(DriftFinding finding, int month) {
        var marks = new ArrayList<>(finding.marks());
        if (month >= 0) {
            var mark = marks.get(month);
            marks.set(month, new Mark(mark.from(), mark.to(), hidden(mark.judged())));
        }
        var overall = month < 0 ? hidden(finding.overall()) : finding.overall();
        return new DriftFinding(finding.column(), overall, marks, finding.needed(), finding.latest());
    }

    private static JudgedColumn hidden(JudgedColumn judged) {
        var drift = judged.drift();
        return new JudgedColumn(
                new ColumnDrift(
                        drift.column(),
                        drift.reference(),
                        drift.current(),
                        drift.bins(),
                        drift.psi(),
                        drift.psiWithMissing(),
                        drift.jensenShannon(),
                        drift.shape(),
                        drift.missing(),
                        true),
                judged.values(),
                judged.missing());
    }
}
