package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.promotion.PromotionRequest.Approved;
import org.overread.registry.promotion.PromotionRequest.Blocked;
import org.overread.registry.promotion.PromotionRequest.Ended;
import org.overread.registry.promotion.PromotionRequest.Halted;
import org.overread.registry.promotion.PromotionRequest.Live;
import org.overread.registry.promotion.PromotionRequest.Rejected;
import org.overread.registry.promotion.PromotionRequest.Undecided;
import org.overread.registry.promotion.PromotionRequest.Withdrawn;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Rule;

/**
 * Where signatures are given, one at a time for each request: whoever comes second waits, and is then judged by what
 * the first has left behind. A refusal is recorded and kept, not rolled back.
 */
@ApplicationScoped
@Transactional
class SigningDesk {
    @Inject
    PromotionRequests requests;

    @Inject
    OpenFiles files;

    @Inject
    AuditTrail trail;

    Step sign(UUID request, Intent intent) {
        return sign(request, Written.plainly(intent));
    }

    /** Signs, if the rules allow it and the signer holds the role at this moment. They have proved who they are. */
    Step sign(UUID request, Written<Intent> written) {
        var intent = written.what();
        GovernanceException.refuse(
                "The signature cannot be given as it is",
                new FieldProblems()
                        .optionalText("comment", intent.comment(), 4000)
                        .identifiers("comment", intent.comment(), written.noIdentifiersConfirmed())
                        .list());
        requests.lock(request);
        intent.signer().holdRights();
        files.hold(request);
        var opened = files.open(intent.signer(), request);
        var submission = opened.file().submission();
        var step = switch (opened) {
            case Undecided undecided ->
                sighted(undecided, intent)
                        .orElseGet(() -> undecided.signed(intent, TimeOrderedIds.next(), now(undecided.standing())));
            case Blocked _, Halted _, Approved _, Live _, Ended _, Rejected _, Withdrawn _ ->
                Step.Refused.by(PromotionDossier.closed(opened));
        };
        switch (step) {
            case Step.Taken(var now) -> {
                requests.addSignature(now.file());
                trail.append(
                        intent.signer(),
                        PromotionDeeds.signed(
                                        submission,
                                        now.file().chain().signatures().getLast(),
                                        now.replacement())
                                .confirming(written, intent.comment()));
            }
            case Step.Refused refused ->
                trail.append(intent.signer(), PromotionDeeds.signingRefused(submission, intent, refused));
        }
        return step;
    }

    /** The time by the clock, or of the last step if that is later: a signature follows the steps it has seen. */
    private static Instant now(Standing standing) {
        return standing.asOf().truncatedTo(ChronoUnit.MICROS);
    }

    /** Refuses an approval whose signer was shown that others end than those that end now. */
    private static Optional<Step> sighted(Undecided undecided, Intent intent) {
        var submission = undecided.file().submission();
        var shown = intent.replaced();
        var now = undecided.standing().replacement(submission.target());
        if (intent.meaning() != Meaning.APPROVAL || shown == null || shown.equals(Set.copyOf(now.replaced()))) {
            return Optional.empty();
        }
        return Optional.of(new Step.Refused(
                Rule.ENDS_ANOTHER,
                "What is live at %s has changed since you looked. %s Look at the request again, then decide."
                        .formatted(submission.site(), now.sentence())));
    }

    /** Refuses a signer who did not prove who they are. */
    Step refuseUnproved(UUID request, Intent intent) {
        var refused = new Step.Refused(Rule.WRONG_PASSWORD, "The password is not right, so nothing was signed.");
        var submission = files.open(intent.signer(), request).file().submission();
        trail.append(intent.signer(), PromotionDeeds.signingRefused(submission, intent, refused));
        return refused;
    }
}
