package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.promotion.PromotionRequest.Approved;
import org.overread.registry.promotion.PromotionRequest.Ended;
import org.overread.registry.promotion.PromotionRequest.Live;
import org.overread.registry.promotion.PromotionRequest.Pending;
import org.overread.registry.promotion.PromotionRequest.Rejected;
import org.overread.registry.promotion.PromotionRequest.Withdrawn;
import org.overread.registry.review.Rule;

/**
 * Lets an approved request through, one at a time, and nothing else. While it looks and lets through, no version of the
 * model can take another step: one that is stopped in that moment is either stopped before, and stays out, or after. What
 * has changed since the request was submitted is looked at once more, in the same transaction, and nothing comes in
 * meanwhile: a concern told in that moment is either seen, or comes after the release.
 */
@ApplicationScoped
@Transactional
class StageDoor {
    @Inject
    PromotionRequests requests;

    @Inject
    OpenFiles files;

    @Inject
    Standings standings;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** Enters the stage if the request is approved; does nothing if that has been done. */
    Step enter(Actor actor, UUID request) {
        requests.lock(request);
        actor.holdRights();
        files.holdWithWhatComesIn(request);
        var opened = files.open(actor, request);
        var submission = opened.file().submission();
        return switch (opened) {
            case Approved approved
            when approved.changes().stopped() ->
                refuse(actor, opened, Rule.CHANGED_SINCE, approved.changes().reason());
            case Approved approved -> {
                var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                var entry = standings.enter(submission, approved.approval(), now);
                trail.append(actor, PromotionDeeds.entered(submission, approved.approval()));
                yield new Step.Taken(new Live(
                        approved.file(), entry.at(), approved.standing().replacement(submission.target())));
            }
            case Live _, Ended _ -> new Step.Taken(opened);
            case Pending _, Rejected _, Withdrawn _ ->
                refuse(
                        actor,
                        opened,
                        Rule.NOT_OPEN,
                        "Only an approved request is brought into effect. " + PromotionDossier.status(opened));
        };
    }

    /** The requests that are approved, not stopped and not yet in effect, the oldest first. */
    List<UUID> approved() {
        return requests.approvedAndNotInEffect().stream()
                .flatMap(request -> requests.find(request).stream())
                .filter(file -> files.briefly(file) instanceof Approved approved
                        && !approved.changes().stopped())
                .map(file -> file.submission().id())
                .toList();
    }

    private Step refuse(Actor actor, PromotionRequest request, Rule rule, String reason) {
        var refused = new Step.Refused(rule, reason);
        trail.append(actor, PromotionDeeds.releaseRefused(request.file().submission(), refused));
        return refused;
    }
}
