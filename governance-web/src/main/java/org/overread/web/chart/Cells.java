package org.overread.web.chart;

import org.jspecify.annotations.Nullable;

/** What stands in a table beside a drawing. */
final class Cells {
    private Cells() {}

    /** The number as it is; nothing where it is not known. */
    static String words(@Nullable Number value) {
        return value == null ? "" : value.toString();
    }
}
