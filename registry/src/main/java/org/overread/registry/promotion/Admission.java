package org.overread.registry.promotion;

import org.jspecify.annotations.Nullable;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Policy;
import org.overread.registry.promotion.NotAdmitted.Reason;

/** Whether a version may ask for a stage at all, before anybody looks at evidence. */
sealed interface Admission permits Admission.Admitted, NotAdmitted {
    /** It may, and this policy will judge it. */
    record Admitted(Policy policy) implements Admission {}

    /**
     * Closed by default: without a policy, off the path of stages, or while another request for the same is under way,
     * the answer is no.
     *
     * @param policy the one in force for this model and stage; null when there is none
     * @param underWay whether a request for the same version, stage and site is still under way
     */
    static Admission of(Standing standing, Stage target, @Nullable Policy policy, boolean underWay) {
        var what = standing.version() + " at " + standing.site();
        if (!standing.intact()) {
            return new NotAdmitted(Reason.NOT_AS_REGISTERED, standing.version() + " is no longer what was registered.");
        }
        if (standing.doubt().isPresent()) {
            return new NotAdmitted(Reason.NOT_BY_DECISION, standing.doubt().get());
        }
        if (standing.stage() == target) {
            return new NotAdmitted(Reason.ALREADY_THERE, what + " is there already: " + target.title() + ".");
        }
        if (policy == null) {
            return new NotAdmitted(
                    Reason.NO_POLICY,
                    "No published policy opens the stage %s for %s, so it stays closed."
                            .formatted(target.title(), standing.version().model()));
        }
        if (!policy.leads(standing.stage(), target)
                && standing.returnsTo().filter(target::equals).isEmpty()) {
            return new NotAdmitted(
                    Reason.STAGE_SKIPPED,
                    "%s is at the stage %s; %s does not let it enter %s from there."
                            .formatted(what, standing.stage().title(), policy.title(), target.title()));
        }
        if (underWay) {
            return new NotAdmitted(
                    Reason.ALREADY_ASKED, "A request to bring %s to %s is under way.".formatted(what, target.title()));
        }
        return new Admitted(policy);
    }
}
