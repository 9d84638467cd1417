package org.overread.monitoring.check;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one thing that is watched of a version stands.
 *
 * @param key names the check within its version, the same from run to run
 * @param title what is watched, such as {@code Sensitivity in age_band 80+, at least 0.60}
 * @param sentence how it stands, without patient data
 * @param fault what is wrong, such as {@code Sensitivity in age_band 80+ below its floor}; empty when nothing is
 * @param since the first day it has stood so, as far back as was looked; null when that is not known
 * @param raises whether somebody must be told when it stands like this
 * @param limit where the figure must not go; null without one
 * @param points the figure window by window, the oldest first; empty without one
 */
public record Check(
        String key,
        CheckKind kind,
        String title,
        CheckState state,
        String sentence,
        String fault,
        @Nullable LocalDate since,
        boolean raises,
        @Nullable Double limit,
        List<CheckPoint> points) {
    public Check {
        points = List.copyOf(points);
    }

    /** A check without a figure, which raises an alert when it warns or alarms. */
    public static Check of(String key, CheckKind kind, String title, CheckState state, String sentence) {
        return new Check(
                key,
                kind,
                title,
                state,
                sentence,
                "",
                null,
                state == CheckState.ALERT || state == CheckState.WARNING,
                null,
                List.of());
    }

    /** The same, standing so since that day, and why in a few words that follow the title. */
    public Check standing(String why, @Nullable LocalDate day) {
        return failing(title + " " + why, day);
    }

    /** The same, standing so since that day, and what is wrong. */
    Check failing(String what, @Nullable LocalDate day) {
        boolean bad = state != CheckState.OK;
        return new Check(key, kind, title, state, sentence, bad ? what : "", bad ? day : null, raises, limit, points);
    }

    /** The same with its figure. */
    public Check with(@Nullable Double figureLimit, List<CheckPoint> figure) {
        return new Check(key, kind, title, state, sentence, fault, since, raises, figureLimit, figure);
    }

    /** The same, whether somebody must be told or not. */
    public Check raising(boolean tell) {
        return new Check(key, kind, title, state, sentence, fault, since, tell, limit, points);
    }

    /** The same with something added to its sentence. */
    Check adding(String more) {
        return new Check(key, kind, title, state, sentence + " " + more, fault, since, raises, limit, points);
    }

    /** What is wrong, or else what is watched. */
    public String headline() {
        return fault.isEmpty() ? title : fault;
    }

    /** That it is in order again, and what was wrong is over. */
    public String back() {
        return kind == CheckKind.CONCERN ? sentence : "Back in order: " + sentence;
    }

    Check paused(String why) {
        return new Check(key, kind, title, CheckState.PAUSED, why, "", null, false, limit, points);
    }
}
