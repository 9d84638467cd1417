package org.overread.web.monitoring;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.integrity.IntegrityFinding;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Numbers;

/** What is not as declared, in sentences, and what to do about it. */
final class IntegrityWords {
    private IntegrityWords() {}

    static String of(IntegrityFinding finding) {
        return switch (finding.kind()) {
            case UNKNOWN_CATEGORY ->
                "A value that the plan does not list%s. Correct the feed, or add it to the plan."
                        .formatted(first(finding));
            case OUT_OF_RANGE ->
                "Outside of the range that the plan declares%s. Look for a typing error or another unit."
                        .formatted(first(finding));
            case NOT_A_NUMBER ->
                "Not a number although the plan declares one%s. Look at how the feed writes it."
                        .formatted(first(finding));
            case ABSENT -> "Not there in any line although the plan watches it. Look whether the feed still sends it.";
            case SCALE_JUMP ->
                "Lies elsewhere than in earlier batches: the median was %s and is %s. Look for a change of unit."
                        .formatted(number(finding.medianBefore()), number(finding.medianNow()));
        };
    }

    static DataTable table(List<IntegrityFinding> findings) {
        var table = DataTable.of("What is not as declared", "Feature", "#Lines", "What is the matter")
                .stacking();
        findings.forEach(finding -> table.line(finding.feature(), Numbers.count(finding.lines()), of(finding)));
        return table;
    }

    private static String first(IntegrityFinding finding) {
        return finding.firstLine() == null ? "" : ", first in line " + Numbers.count(finding.firstLine());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "not known" : String.format(Locale.ROOT, "%.4g", value);
    }
}
