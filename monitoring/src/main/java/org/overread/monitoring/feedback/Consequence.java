package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.registry.DayWords;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Stage;

/**
 * What came of a request to promote a version, as far as it matters to those whose feedback it rests on.
 *
 * @param citedIds the digest under which its evidence names that feedback
 * @param cited how many pieces of feedback that is
 * @param at when it came to this
 * @param until when what went into effect came to its end; null while it has not
 */
record Consequence(
        ModelVersionId version,
        Stage target,
        String site,
        Outcome outcome,
        Digest citedIds,
        long cited,
        Instant at,
        @Nullable Instant until) {
    /** How it ended, if it did. */
    enum Outcome {
        UNDECIDED,
        HELD_BACK,
        REJECTED,
        IN_EFFECT
    }

    boolean decided() {
        return outcome != Outcome.UNDECIDED;
    }

    /** What its giver is told, such as {@code Your override was counted among 41. Version 2 went live at north on …}. */
    String sentence(FeedbackKind kind) {
        return "Your " + noun(kind) + " was counted among " + String.format(Locale.ROOT, "%,d", cited) + ". "
                + whatHappened();
    }

    private String whatHappened() {
        var name = "Version " + version.version();
        var day = DayWords.of(at);
        return switch (outcome) {
            case UNDECIDED -> name + " is asked for at " + site + "; it is not decided yet.";
            case HELD_BACK ->
                name + " was held back from " + stage() + " at " + site + " on " + day + ": the gate stayed shut.";
            case REJECTED -> name + " was not let into " + stage() + " at " + site + " on " + day + ".";
            case IN_EFFECT ->
                name + (target.live() ? " went live" : " entered " + stage()) + " at " + site + " on " + day
                        + (until == null ? "." : ", and left " + stage() + " there on " + DayWords.of(until) + ".");
        };
    }

    private String stage() {
        return target.title().toLowerCase(Locale.ROOT);
    }

    private static String noun(FeedbackKind kind) {
        return switch (kind) {
            case ACCEPTED -> "acceptance";
            case OVERRIDDEN -> "override";
            case SAFETY_CONCERN -> "safety concern";
        };
    }
}
