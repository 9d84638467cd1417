package org.overread.monitoring.feedback;

import java.util.List;
import org.overread.registry.catalog.OutputKind;

/**
 * Why a clinician decided otherwise than the output: one coded list, in clinicians' words. Where HL7's code system of
 * non-adherence reasons has codes for it, they are given; it has none for a model that is wrong.
 */
public enum OverrideReason {
    NOT_APPLICABLE("Output does not fit this patient", Comment.OPTIONAL, "cds-not-applicable", "patient-ineligible"),
    ALREADY_DONE("Already done, ordered or known", Comment.OPTIONAL, "action-completed", "indication-order-exists"),
    DATA_WRONG_OR_STALE("Built on wrong, missing or old data", Comment.REQUIRED),
    CONTEXT_NOT_SEEN("I have information the model lacks (exam, history, imaging)", Comment.OPTIONAL, "need-more-info"),
    CLINICALLY_WRONG("Output is clinically incorrect", Comment.REQUIRED, "recipient-does-not-trust"),
    RISK_EXCEEDS_BENEFIT(
            "Contraindicated or risk outweighs benefit",
            Comment.OPTIONAL,
            "risk-benefit-ratio",
            "patient-contraindication"),
    GUIDELINE_CONFLICT(
            "Conflicts with guideline, policy or specialist advice",
            Comment.OPTIONAL,
            "does-not-align-latest-evidence",
            "policy-contradicts",
            "expert-contradicts"),
    PATIENT_PREFERENCE("Patient or family preference", Comment.OPTIONAL, "does-not-align-preferences"),
    NOT_FEASIBLE(
            "Cannot be carried out here or now", Comment.OPTIONAL, "not-convenient-feasible", "service-not-available"),
    TIMING_OR_RECIPIENT(
            "Wrong moment, wrong person or repeated alert",
            Comment.OPTIONAL,
            "cds-suboptimal-context",
            "wrong-time-workflow",
            "inappropriate-recipient"),
    TEXT_ERROR("Generated text has an error or omission", Comment.REQUIRED),
    OTHER("Other", Comment.REQUIRED);

    /** The code system of the HL7 codes. */
    public static final String HL7_SYSTEM = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";

    /** Whether the reason needs words. */
    public enum Comment {
        OPTIONAL,
        REQUIRED
    }

    private static final List<OverrideReason> FOR_SCORES = List.of(
            CONTEXT_NOT_SEEN,
            CLINICALLY_WRONG,
            DATA_WRONG_OR_STALE,
            NOT_APPLICABLE,
            ALREADY_DONE,
            RISK_EXCEEDS_BENEFIT,
            TIMING_OR_RECIPIENT,
            OTHER);
    private static final List<OverrideReason> FOR_TEXTS = List.of(
            TEXT_ERROR,
            CLINICALLY_WRONG,
            DATA_WRONG_OR_STALE,
            CONTEXT_NOT_SEEN,
            GUIDELINE_CONFLICT,
            NOT_APPLICABLE,
            PATIENT_PREFERENCE,
            OTHER);

    private final String display;
    private final Comment comment;
    private final List<String> hl7Codes;

    OverrideReason(String display, Comment comment, String... hl7Codes) {
        this.display = display;
        this.comment = comment;
        this.hl7Codes = List.of(hl7Codes);
    }

    /** The at most eight reasons that are offered for outputs of that kind, in the order they are shown. */
    public static List<OverrideReason> offeredFor(OutputKind kind) {
        return switch (kind) {
            case RISK_SCORE, CLASS -> FOR_SCORES;
            case GENERATED_TEXT -> FOR_TEXTS;
        };
    }

    /** The reason in clinicians' words. */
    public String display() {
        return display;
    }

    public Comment comment() {
        return comment;
    }

    /** The HL7 codes of {@link #HL7_SYSTEM} that come nearest, the best first; empty when there is none. */
    public List<String> hl7Codes() {
        return hl7Codes;
    }

    /** Whether feedback with this reason must be answered before the version may be promoted. */
    public boolean severe() {
        return this == CLINICALLY_WRONG;
    }

    /** Whether the screen offers to report a safety event with it. */
    public boolean suggestsSafetyEvent() {
        return this == CLINICALLY_WRONG || this == DATA_WRONG_OR_STALE || this == TEXT_ERROR;
    }
}
