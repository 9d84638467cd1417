package org.overread.registry.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.overread.registry.DayWords;
import org.overread.registry.FieldProblem;

/**
 * Which time the evidence of a request covers, up to the moment it is taken. Windows begin with a day in UTC, as the
 * profiles do that figures are read from. Severe findings that nobody has cleared count whatever their date: no window
 * takes a concern out of sight.
 *
 * @param days how many days before the one on which it is taken, from {@value #SHORTEST} to {@value #LONGEST}; null
 *     unless the window is that of the last days
 * @see "registry/docs/decisions/052-the-window-of-evidence.md"
 */
public record EvidenceWindow(Span span, @Nullable Integer days) {
    static final int SHORTEST = 7;
    static final int LONGEST = 1825;

    /** What a policy says that does not speak of it, and what held before policies did. */
    public static final EvidenceWindow EVERYTHING = new EvidenceWindow(Span.EVERYTHING, null);

    /** Since the day the version entered the stage it is at; everything while it has entered none. */
    public static final EvidenceWindow THIS_STAGE = new EvidenceWindow(Span.THIS_STAGE, null);

    /** From when the evidence counts. */
    public enum Span {
        EVERYTHING("Everything known of the version"),
        LAST_DAYS("The last days before it is taken"),
        THIS_STAGE("Since the version entered the stage it is at");

        private final String title;

        Span(String title) {
            this.title = title;
        }

        /** The span as it is offered. */
        public String title() {
            return title;
        }
    }

    /** The days before the one on which it is taken, and that day up to then. */
    public static EvidenceWindow lastDays(int days) {
        return new EvidenceWindow(Span.LAST_DAYS, days);
    }

    /**
     * The first instant of the window.
     *
     * @param at when the evidence is taken
     * @param entered when the version entered the stage it is at; null when it has entered none
     * @return null when the window has no beginning
     */
    public @Nullable Instant from(Instant at, @Nullable Instant entered) {
        return switch (span) {
            case EVERYTHING -> null;
            case LAST_DAYS -> day(at).minus(Duration.ofDays(Objects.requireNonNull(days)));
            case THIS_STAGE -> entered == null ? null : day(entered);
        };
    }

    /** What it says, as a sentence. */
    public String sentence() {
        return "Its figures cover " + words() + ".";
    }

    /** A window in words, such as {@code 1 February 2026, 00:00 UTC to 4 May 2026, 08:15 UTC}. */
    static String words(@Nullable Instant from, @Nullable Instant to, Instant takenAt) {
        var until = DayWords.minute(to == null ? takenAt : to);
        return from == null ? "all that was known until " + until : DayWords.minute(from) + " to " + until;
    }

    /**
     * In which ways it lets something pass that the other would have held, as sentences. A shorter window forgets what was
     * bad longer ago, a longer one lets it be outweighed; so each change of window has its way, and the same window none.
     */
    List<String> laxerThan(EvidenceWindow before) {
        return switch (length(before)) {
            case 0 -> List.of();
            case -1 ->
                List.of("Leaves out what lies further back: figures cover %s instead of %s."
                        .formatted(words(), before.words()));
            case 1 ->
                List.of("Lets older cases outweigh what happened lately: figures cover %s instead of %s."
                        .formatted(words(), before.words()));
            default ->
                List.of("Judges other cases: figures cover %s instead of %s.".formatted(words(), before.words()));
        };
    }

    /** Everything that keeps a policy with this window from being published; empty when nothing does. */
    List<FieldProblem> problems() {
        if (span != Span.LAST_DAYS) {
            return days == null
                    ? List.of()
                    : List.of(new FieldProblem("window.days", "Days are said only of the last days."));
        }
        return days == null || days < SHORTEST || days > LONGEST
                ? List.of(new FieldProblem(
                        "window.days",
                        "Say how many days evidence covers, from %d to %,d.".formatted(SHORTEST, LONGEST)))
                : List.of();
    }

    /** What figures of it cover, within a sentence. */
    String words() {
        return switch (span) {
            case EVERYTHING -> "everything known of the version";
            case LAST_DAYS -> "the last %,d days before they are taken".formatted(days);
            case THIS_STAGE -> "the time since the version entered the stage it is at";
        };
    }

    /** -1 when it is shorter than the other, 0 when it is the same, 1 when it is longer, 2 when that cannot be said. */
    private int length(EvidenceWindow other) {
        if (equals(other)) {
            return 0;
        }
        if (span == other.span) {
            return Integer.compare(Objects.requireNonNull(days), Objects.requireNonNull(other.days));
        }
        return span == Span.EVERYTHING ? 1 : other.span == Span.EVERYTHING ? -1 : 2;
    }

    private static Instant day(Instant at) {
        return at.truncatedTo(ChronoUnit.DAYS);
    }
}
