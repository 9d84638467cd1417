package org.overread.monitoring.truth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.overread.monitoring.drift.Column;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.Mark;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Proportion;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

/**
 * What has become of the columns, from those alone that the drift rule calls findings: a difference that is only
 * significant is not told. What goes missing is told column by column, the worst first; other changes are told in one
 * sentence, and as a concern only where a distribution lies at least {@value #FAR} away.
 */
final class DriftFacts {
    private static final double FAR = 0.3;
    private static final double ALL = 0.995;
    private static final int NAMED = 3;

    private final DriftReport report;

    private final WhichSites sites;

    private DriftFacts(DriftReport report, WhichSites sites) {
        this.report = report;
        this.sites = sites;
    }

    /** A column whose values do not come as often as they did, over the latest windows together. */
    private record Lost(DriftFinding finding, double then, Estimate now, boolean moreAndMore) {
        boolean vanished() {
            var value = now.value();
            return value != null && value >= ALL;
        }

        double loss() {
            var value = now.value();
            return value == null ? 0 : value - then;
        }
    }

    static Stream<Fact> of(DriftReport report) {
        return of(report, Collections.emptySortedMap());
    }

    /** @param bySite the same report of each site, where what has become of a column is to be told by site */
    static Stream<Fact> of(DriftReport report, SortedMap<String, DriftReport> bySite) {
        return new DriftFacts(report, new WhichSites(bySite)).facts();
    }

    private Stream<Fact> facts() {
        var sustained = report.ranked().stream().filter(DriftFinding::sustained).toList();
        var lost = sustained.stream()
                .filter(this::missingMoved)
                .map(this::lost)
                .filter(each -> each.loss() > 0)
                .sorted(Comparator.comparing(Lost::loss).reversed())
                .limit(NAMED)
                .toList();
        var others = new ArrayList<>(sustained);
        lost.forEach(each -> others.remove(each.finding()));
        var stuck = StuckScore.of(report);
        stuck.ifPresent(score -> others.removeIf(score::explains));
        return Stream.of(lost.stream().map(this::fact), stuck.stream().map(StuckScore::fact), moved(others))
                .flatMap(facts -> facts);
    }

    private boolean missingMoved(DriftFinding finding) {
        return latest(finding.marks()).stream()
                        .filter(mark -> mark.judged().missing().moved())
                        .count()
                >= finding.needed();
    }

    private Lost lost(DriftFinding finding) {
        var marks = finding.marks();
        var now = missing(latest(marks));
        var before = missing(marks.subList(0, Math.min(report.rule().windows(), marks.size())));
        var then = finding.overall().drift().reference().missingRate();
        boolean more = marks.size() >= 2 * report.rule().windows()
                && before.value() != null
                && now.value() != null
                && now.value() - before.value() >= report.rule().missing();
        return new Lost(finding, then, now, more);
    }

    private List<Mark> latest(List<Mark> marks) {
        return marks.subList(Math.max(0, marks.size() - report.rule().windows()), marks.size());
    }

    private static Estimate missing(List<Mark> marks) {
        long missing = 0;
        long all = 0;
        for (var mark : marks) {
            missing += mark.judged().drift().current().missing();
            all += mark.judged().drift().current().total();
        }
        return new Proportion(missing, all).wilson("no case came");
    }

    private Fact fact(Lost lost) {
        var sentence = hidden(lost.finding()) ? withoutRates(lost) : withRates(lost);
        return new Fact(Kind.MISSING, Weight.CONCERN, sentence + sites.of(lost.finding(), true));
    }

    /** Whether the shares would tell of few patients. */
    private boolean hidden(DriftFinding finding) {
        return finding.overall().drift().missingFew()
                || latest(finding.marks()).stream()
                        .anyMatch(mark -> mark.judged().drift().missingFew());
    }

    private static String withoutRates(Lost lost) {
        var name = lost.finding().column().name();
        return lost.vanished()
                ? "%s has vanished: hardly a case has it any more.".formatted(name)
                : "%s goes missing more often than in the reference window; how often is hidden, since it stands for few."
                        .formatted(name);
    }

    private String withRates(Lost lost) {
        var name = lost.finding().column().name();
        return lost.vanished()
                ? "%s has vanished: %s of cases lack it in the latest %d months, %s in the reference window."
                        .formatted(name, Words.share(lost.now()), report.rule().windows(), Words.percent(lost.then()))
                : "%s goes missing %s: %s in the reference window, %s in the latest %d months."
                        .formatted(
                                name,
                                lost.moreAndMore() ? "more and more" : "more often",
                                Words.percent(lost.then()),
                                Words.share(lost.now()),
                                report.rule().windows());
    }

    private Stream<Fact> moved(List<DriftFinding> others) {
        if (others.isEmpty()) {
            return Stream.empty();
        }
        var far = others.stream().filter(DriftFacts::far).findFirst();
        if (far.isEmpty()) {
            return Stream.of(
                    shifted("%d of %d columns have shifted since the reference window, none of them far.", others));
        }
        var meaning = new Fact(
                Kind.MOVED, Weight.CONCERN, what(far.get()) + far.get().meaning() + sites.of(far.get(), false));
        others.remove(far.get());
        return others.isEmpty()
                ? Stream.of(meaning)
                : Stream.of(meaning, shifted("%d more of %d columns have shifted since the reference window.", others));
    }

    /** A score that has moved may be the model's own doing. */
    private static String what(DriftFinding finding) {
        return finding.column().kind() == Column.Kind.SCORE ? "Its scores have changed: " : "Its cases have changed: ";
    }

    private Fact shifted(String sentence, List<DriftFinding> moved) {
        return new Fact(
                Kind.MOVED,
                Weight.NOTE,
                sentence.formatted(moved.size(), report.findings().size()));
    }

    private static boolean far(DriftFinding finding) {
        var effect = finding.now().values().effect();
        return finding.now().values().moved() && effect != null && effect >= FAR;
    }
}
