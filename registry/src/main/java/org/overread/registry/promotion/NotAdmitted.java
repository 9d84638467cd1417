package org.overread.registry.promotion;

/** That a version may not ask for a stage now: by which reason, and why in a sentence that the person can act on. */
public record NotAdmitted(Reason reason, String sentence) implements Admission, GateCheck, Submitting {

    /** Why a request is not taken. */
    public enum Reason {
        /** No published policy opens the stage for this model. */
        NO_POLICY,
        /** The version is there already. */
        ALREADY_THERE,
        /** The policy does not let the stage be entered from where the version is. */
        STAGE_SKIPPED,
        /** A request for the same is under way. */
        ALREADY_ASKED,
        /** The version is no longer what was registered. */
        NOT_AS_REGISTERED,
        /** Somebody put a row among the model's steps at the site that no decision stands behind. */
        NOT_BY_DECISION
    }
}
