package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.promotion.PromotionRequest.Approved;
import org.overread.registry.promotion.PromotionRequest.Blocked;
import org.overread.registry.promotion.PromotionRequest.Halted;
import org.overread.registry.promotion.PromotionRequest.Live;
import org.overread.registry.promotion.PromotionRequest.Rejected;
import org.overread.registry.promotion.PromotionRequest.Undecided;
import org.overread.registry.promotion.PromotionRequest.Withdrawn;
import org.overread.registry.review.Intent;
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

    @Inject
    InstantSource clock;

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
        var opened = files.open(intent.signer(), request);
        var submission = opened.file().submission();
        var step = switch (opened) {
            case Undecided undecided ->
                undecided.signed(intent, UUID.randomUUID(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            case Blocked _, Halted _, Approved _, Live _, Rejected _, Withdrawn _ ->
                Step.Refused.by(PromotionDossier.closed(opened));
        };
        switch (step) {
            case Step.Taken(var now) -> {
                requests.addSignature(now.file());
                trail.append(
                        intent.signer(),
                        PromotionDeeds.signed(
                                        submission,
                                        now.file().chain().signatures().getLast())
                                .confirming(written, intent.comment()));
            }
            case Step.Refused refused ->
                trail.append(intent.signer(), PromotionDeeds.signingRefused(submission, intent, refused));
        }
        return step;
    }

    /** Refuses a signer who did not prove who they are. */
    Step refuseUnproved(UUID request, Intent intent) {
        var refused = new Step.Refused(Rule.WRONG_PASSWORD, "The password is not right, so nothing was signed.");
        var submission = files.open(intent.signer(), request).file().submission();
        trail.append(intent.signer(), PromotionDeeds.signingRefused(submission, intent, refused));
        return refused;
    }
}
