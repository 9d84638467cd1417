package org.overread.web.monitoring;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.DriftRule;

/** Drift in sentences. */
final class DriftWords {
    private DriftWords() {}

    /** The one sentence on a version's drift. */
    static String truth(DriftReport report) {
        var moved = report.ranked().stream().filter(DriftFinding::sustained).toList();
        return moved.isEmpty()
                ? "Nothing has moved for long enough to matter"
                : "%d of %d columns have moved: %s"
                        .formatted(
                                moved.size(),
                                report.findings().size(),
                                moved.stream()
                                        .map(finding -> finding.column().name())
                                        .collect(Collectors.joining(", ")));
    }

    static String rule(DriftRule rule) {
        return ("A column has moved when the difference matters (Kolmogorov–Smirnov from %s, total variation from %s,"
                        + " prevalence or missing values by %s), is significant after correction over all columns"
                        + " (Holm, %s), and holds in %d of the latest %d months. Columns with fewer than %d values are"
                        + " too few to say.")
                .formatted(
                        digits(rule.kolmogorovSmirnov()),
                        digits(rule.totalVariation()),
                        rule.prevalence() == rule.missing()
                                ? digits(rule.missing())
                                : digits(rule.prevalence()) + " or " + digits(rule.missing()),
                        digits(rule.alpha()),
                        rule.held(),
                        rule.windows(),
                        rule.fewest());
    }

    /** Whether the column has moved, and for how long. */
    static String state(DriftFinding finding) {
        if (finding.sustained()) {
            return finding.run() > 0
                    ? "Moved for %d %s".formatted(finding.run(), finding.run() == 1 ? "month" : "months")
                    : "Moved lately";
        }
        var now = finding.now();
        if (now.moved()) {
            return "Moved, not for long";
        }
        return now.values().undecided() == null ? "Has not moved" : "Cannot be said";
    }

    static String share(@Nullable Double share) {
        return share == null || share.isNaN() ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String digits(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
