package org.overread.registry;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes days and times in sentences, in UTC like everything that is on record. Where a sentence is shown to a person, its
 * times are {@link #retold} in theirs.
 */
public final class DayWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private static final Pattern WRITTEN = Pattern.compile("\\b\\d{1,2} (?:%s) \\d{4}, \\d{2}:\\d{2} UTC\\b"
            .formatted(Stream.of(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .collect(joining("|"))));

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

    /** The sentence with each time that {@link #minute} wrote into it told otherwise, such as in the zone of who reads it. */
    public static String retold(String sentence, Function<Instant, String> told) {
        return WRITTEN.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(told.apply(read(found.group()))));
    }

    private static Instant read(String minute) {
        return MINUTE.parse(minute, LocalDateTime::from).toInstant(ZoneOffset.UTC);
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
