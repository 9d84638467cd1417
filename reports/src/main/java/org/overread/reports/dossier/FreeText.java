package org.overread.reports.dossier;

import org.jspecify.annotations.Nullable;
import org.overread.registry.phi.PhiFinding;
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
        return PhiScan.masked(text, PhiFinding::blocks);
    }
}
