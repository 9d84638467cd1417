package org.overread.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes days and times in sentences, in UTC like everything that is on record. */
public final class DayWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private DayWords() {}

    /** Such as {@code 4 May 2026}. */
    public static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** The day it was then. */
    public static String of(Instant at) {
        return DAY.format(at.atOffset(ZoneOffset.UTC));
    }

    /** Such as {@code 4 May 2026, 08:15 UTC}. */
    public static String minute(Instant at) {
        return MINUTE.format(at.atOffset(ZoneOffset.UTC));
    }

    /**
     * Such as {@code 4 May 2026 to 10 May 2026}.
     *
     * @param after the day after the last
     */
    public static String span(LocalDate from, LocalDate after) {
        return of(from) + " to " + of(after.minusDays(1));
    }
}
