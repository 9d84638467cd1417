package org.overread.monitoring.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.Mark;
import org.overread.monitoring.drift.Movement;

/**
 * At which sites a column has moved as it has for all together, and at which it has not. A site where that cannot be judged
 * is named in neither.
 */
final class WhichSites {
    private static final int NAMED = 3;

    private final SortedMap<String, DriftReport> reports;

    WhichSites(SortedMap<String, DriftReport> reports) {
        this.reports = reports;
    }

    /** A sentence with a space before it; empty where it holds for every site, or is not known. */
    String of(DriftFinding whole, boolean missing) {
        var moved = new ArrayList<String>();
        var still = new ArrayList<String>();
        reports.forEach((site, report) -> report.findings().stream()
                .filter(finding -> finding.column().equals(whole.column()))
                .map(finding -> latest(finding, missing))
                .forEach(latest -> {
                    long times = latest.stream().filter(Movement::moved).count();
                    if (times >= whole.needed()) {
                        moved.add(site);
                    } else if (times == 0
                            && !latest.isEmpty()
                            && latest.stream().allMatch(each -> each.undecided() == null)) {
                        still.add(site);
                    }
                }));
        return moved.isEmpty() || still.isEmpty()
                ? ""
                : " It is so at %s, and not at %s.".formatted(named(moved), named(still));
    }

    private static List<Movement> latest(DriftFinding finding, boolean missing) {
        var marks = finding.marks();
        return marks.subList(Math.max(0, marks.size() - finding.latest()), marks.size()).stream()
                .map(Mark::judged)
                .map(judged -> missing ? judged.missing() : judged.values())
                .toList();
    }

    private static String named(List<String> sites) {
        return sites.size() <= NAMED ? String.join(" and ", sites) : "%d sites".formatted(sites.size());
    }
}
