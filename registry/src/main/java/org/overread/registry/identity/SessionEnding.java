package org.overread.registry.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.overread.registry.DayWords;

/** Why and when all sessions that a person had came to their end. */
public record SessionEnding(Reason reason, Instant at) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** What had changed. */
    public enum Reason {
        DEACTIVATED("Your account was deactivated%s. If that is not right, ask an administrator."),
        ACTIVATED("Your account was opened again%s. Sign in again to go on."),
        PASSWORD("Your password was changed%s. Sign in with the new one to go on."),
        ROLES("Your roles were changed%s. Sign in again to go on.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    /** What the person is told, on that day without the date. */
    public String sentence(Instant now) {
        boolean today = day(at).equals(day(now));
        return reason.sentence.formatted(today ? " at " + TIME.format(at) : " on " + DayWords.minute(at));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
