package org.overread.reports.dossier;

import org.jspecify.annotations.Nullable;
import org.overread.registry.phi.PhiKind.Action;
import org.overread.registry.phi.PhiScan;

/**
 * Free text on its way out. What is surely a patient's identifier is replaced by its kind, such as {@code [MRN]}; what
 * may be harmless, such as a date or a name, stays.
 */
final class FreeText {
    private FreeText() {}

    static @Nullable String forExport(@Nullable String text) {
        return text == null ? null : masked(text);
    }

    static String masked(String text) {
        var masked = new StringBuilder();
        for (int start = 0; start < text.length(); start += PhiScan.LONGEST) {
            masked.append(piece(text.substring(start, Math.min(text.length(), start + PhiScan.LONGEST))));
        }
        return masked.toString();
    }

    private static String piece(String text) {
        var masked = new StringBuilder(text);
        PhiScan.findings(text).reversed().stream()
                .filter(finding -> finding.action() == Action.BLOCK)
                .forEach(finding -> masked.replace(finding.start(), finding.end(), "[" + finding.kind() + "]"));
        return masked.toString();
    }
}
