package org.overread.registry.promotion;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.registry.DayWords;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageEntry;

/**
 * How what a request had brought into effect came to its end. What was decided stays decided; this says that it no longer
 * holds.
 *
 * @param by the name of whoever took the step that ended it
 * @param version the version that took the step: the request's own, or the one that took its place
 * @param at since when it is no longer in effect
 * @param reason in words, where one was asked for
 * @param stands the stage at which the request's version stands at the site now
 */
public record Ending(
        How how,
        ModelVersionId version,
        String by,
        Instant at,
        @Nullable String reason,
        Stage stands) {

    /** By what kind of step. */
    public enum How {
        /** Another version took its place. */
        REPLACED,
        /** Somebody stopped it. */
        STOPPED,
        /** It was taken out of use. */
        RETIRED,
        /** It went on to another stage, by a decision of its own. */
        MOVED_ON
    }

    static Ending of(StageEntry step, ModelVersionId ended, String by, Stage stands) {
        return new Ending(how(step, ended), step.version(), by, step.at(), step.reason(), stands);
    }

    private static How how(StageEntry step, ModelVersionId ended) {
        if (!step.version().equals(ended)) {
            return How.REPLACED;
        }
        return switch (step.stage()) {
            case SUSPENDED -> How.STOPPED;
            case RETIRED -> How.RETIRED;
            case REGISTERED, LOCAL_VALIDATION, SILENT, PILOT, GENERAL -> How.MOVED_ON;
        };
    }

    /** What ended it and where the version stands since, in two sentences. The reason stays out of them. */
    String sentence() {
        var ended = switch (how) {
            case REPLACED -> "Version %d took its place on %s".formatted(version.version(), when());
            case STOPPED -> "%s stopped it on %s".formatted(by, when());
            case RETIRED -> "%s retired it on %s".formatted(by, when());
            case MOVED_ON -> "It went on to another stage on %s".formatted(when());
        };
        return "%s. Its stage there is now: %s.".formatted(ended, stands.title().toLowerCase(Locale.ROOT));
    }

    private String when() {
        return DayWords.minute(at);
    }
}
