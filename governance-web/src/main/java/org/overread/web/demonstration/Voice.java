package org.overread.web.demonstration;

import static org.overread.monitoring.feedback.FeedbackKind.ACCEPTED;
import static org.overread.monitoring.feedback.FeedbackKind.OVERRIDDEN;
import static org.overread.monitoring.feedback.FeedbackKind.SAFETY_CONCERN;
import static org.overread.monitoring.feedback.OverrideReason.ALREADY_DONE;
import static org.overread.monitoring.feedback.OverrideReason.CLINICALLY_WRONG;
import static org.overread.monitoring.feedback.OverrideReason.CONTEXT_NOT_SEEN;
import static org.overread.monitoring.feedback.OverrideReason.DATA_WRONG_OR_STALE;
import static org.overread.monitoring.feedback.OverrideReason.GUIDELINE_CONFLICT;
import static org.overread.monitoring.feedback.OverrideReason.NOT_APPLICABLE;
import static org.overread.monitoring.feedback.OverrideReason.RISK_EXCEEDS_BENEFIT;
import static org.overread.monitoring.feedback.OverrideReason.TEXT_ERROR;
import static org.overread.monitoring.feedback.OverrideReason.TIMING_OR_RECIPIENT;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.OverrideReason;

/** What a clinician of the demonstration says of one output, in words that identify nobody. */
record Voice(
        FeedbackKind kind,
        @Nullable OverrideReason reason,
        @Nullable String comment) {
    private static final Map<OverrideReason, List<String>> WORDS = Map.of(
            CLINICALLY_WRONG,
                    List.of(
                            "Septic on examination while the score stayed low.",
                            "Clear infection with organ dysfunction, not flagged.",
                            "Lactate and blood pressure said sepsis; the score did not.",
                            "Went to intensive care within hours. The score should have been high."),
            DATA_WRONG_OR_STALE,
                    List.of(
                            "The lactate had been back for an hour and was not used.",
                            "Heart rate on the new monitor reads too high.",
                            "Used vital signs from the ambulance, not the present ones."),
            CONTEXT_NOT_SEEN,
                    List.of(
                            "Looks well, eats and drinks; observed instead.",
                            "Raised lactate after a seizure, no infection.",
                            "Known chronic tachycardia."),
            TEXT_ERROR,
                    List.of(
                            "The last sentence does not follow from the findings.",
                            "Suggests the opposite of what the findings ask for.",
                            "Leaves out the most dangerous alternative."),
            GUIDELINE_CONFLICT, List.of("Our guideline asks for imaging first."),
            ALREADY_DONE, List.of("Antibiotics were running already."));
    private static final Map<OverrideReason, List<String>> WORDS_OF_SCANS = Map.of(
            CLINICALLY_WRONG,
                    List.of(
                            "Lesion in the tail, plain to see and not marked.",
                            "Dilated duct with a cut-off, scored as clear."),
            CONTEXT_NOT_SEEN,
                    List.of(
                            "Known pancreatitis; unchanged since the last scan.",
                            "Cyst under surveillance for years.",
                            "Motion artefact, not a lesion."),
            ALREADY_DONE, List.of("MRI was booked already."));
    private static final String CONCERN = "Could have been sent home on this score; treated late.";
    private static final String CONCERN_OF_SCANS = "Would have gone without a second look; found on the ward round.";
    private static final List<OverrideReason> NEEDLESS_SCANS =
            List.of(CONTEXT_NOT_SEEN, CONTEXT_NOT_SEEN, ALREADY_DONE, NOT_APPLICABLE);

    private static final List<OverrideReason> NEEDLESS = List.of(
            CONTEXT_NOT_SEEN,
            CONTEXT_NOT_SEEN,
            NOT_APPLICABLE,
            TIMING_OR_RECIPIENT,
            ALREADY_DONE,
            RISK_EXCEEDS_BENEFIT);

    static Voice of(Truth truth, boolean lacksData, Chance chance) {
        if (truth.written()) {
            return ofNote(truth, chance);
        }
        if (!truth.flagged()) {
            return truth.event() ? ofMissedCase(chance) : mostlyAgrees(0.93, CONTEXT_NOT_SEEN, chance);
        }
        if (lacksData && chance.happens(0.35)) {
            return overrides(DATA_WRONG_OR_STALE, chance);
        }
        return truth.event()
                ? mostlyAgrees(0.87, ALREADY_DONE, chance)
                : mostlyAgrees(0.5, chance.pick(NEEDLESS), chance);
    }

    /** A radiologist's second look at a marked scan, or at one that should have been. */
    static Voice ofScan(Truth truth, Chance chance) {
        if (!truth.flagged() && truth.event()) {
            return chance.happens(0.1)
                    ? new Voice(SAFETY_CONCERN, null, CONCERN_OF_SCANS)
                    : new Voice(OVERRIDDEN, CLINICALLY_WRONG, chance.pick(words(CLINICALLY_WRONG)));
        }
        var agrees = truth.flagged() && !truth.event() ? 0.7 : 0.95;
        var voice = mostlyAgrees(agrees, chance.pick(NEEDLESS_SCANS), chance);
        return voice.comment() == null || voice.reason() == null
                ? voice
                : new Voice(voice.kind(), voice.reason(), chance.pick(words(voice.reason())));
    }

    private static List<String> words(OverrideReason reason) {
        return WORDS_OF_SCANS.getOrDefault(reason, List.of("Not useful here."));
    }

    /** Outputs of a silent run are read with care: there is little to object to, and nothing grave. */
    static Voice ofTheSilentRun(Chance chance) {
        return mostlyAgrees(0.86, chance.pick(NEEDLESS), chance);
    }

    private static Voice ofMissedCase(Chance chance) {
        if (chance.happens(0.04)) {
            return new Voice(SAFETY_CONCERN, null, CONCERN);
        }
        return chance.happens(0.8) ? overrides(CLINICALLY_WRONG, chance) : new Voice(ACCEPTED, null, null);
    }

    private static Voice ofNote(Truth truth, Chance chance) {
        return truth.event() ? mostlyAgrees(0.9, GUIDELINE_CONFLICT, chance) : mostlyAgrees(0.15, TEXT_ERROR, chance);
    }

    private static Voice mostlyAgrees(double share, OverrideReason otherwise, Chance chance) {
        return chance.happens(share) ? new Voice(ACCEPTED, null, null) : overrides(otherwise, chance);
    }

    private static Voice overrides(OverrideReason reason, Chance chance) {
        var words = WORDS.get(reason);
        var silent = reason.comment() == OverrideReason.Comment.OPTIONAL && chance.happens(0.5);
        return new Voice(OVERRIDDEN, reason, words == null || silent ? null : chance.pick(words));
    }
}
