package org.overread.monitoring.feedback;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes days in sentences, in UTC like everything that is on record. */
final class Days {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Days() {}

    /** Such as {@code 4 May 2026}. */
    static String of(Instant at) {
        return DAY.format(at);
    }
}
