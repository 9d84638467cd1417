package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.PairOfEyes;
import org.overread.registry.Permission;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.ChangeSource;
import org.overread.registry.gate.Changes;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.Policy;

/** Takes files from where they rest and says in which state each request is now. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OpenFiles {
    @Inject
    PromotionRequests requests;

    @Inject
    Standings standings;

    @Inject
    ChangeSource changes;

    @Inject
    InstantSource clock;

    /**
     * The request as it stands now, with all that has changed since it was submitted.
     *
     * @throws GovernanceException when there is none, or the actor may not see it, which is told the same way
     */
    PromotionRequest open(Actor actor, UUID request) {
        var file = file(actor, request);
        return request(file, (policy, pinned) -> everything(policy, pinned, file.asking()));
    }

    /** What is on record of the request, under the same conditions. */
    PromotionFile file(Actor actor, UUID request) {
        return requests.find(request)
                .filter(file -> visible(actor, file))
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such request."));
    }

    /** Lets no version of the request's model take a step until this transaction ends. */
    void hold(UUID request) {
        requests.find(request)
                .ifPresent(file -> standings.hold(file.submission().version()));
    }

    /**
     * The same, and lets nothing come in meanwhile that could stop the release. Whoever stops a version because of an alert
     * holds its alerts first, too, so the order is theirs.
     */
    void holdWithWhatComesIn(UUID request) {
        requests.find(request).ifPresent(file -> changes.hold(file.submission().version()));
        hold(request);
    }

    /** The requests that match and that the actor may see, the newest first. */
    Stream<PromotionRequest> all(Actor actor, PromotionFilter filter) {
        return requests.list(filter).stream()
                .filter(file -> visible(actor, file))
                .map(this::briefly)
                .filter(request -> filter.admits(request.state()));
    }

    /** The requests that nobody has decided or taken back and that the actor may see, the newest first. */
    Stream<PromotionRequest> undecided(Actor actor) {
        return requests.undecided().stream()
                .filter(file -> visible(actor, file))
                .map(this::briefly);
    }

    /** The request as it stands now, with what stops it. */
    PromotionRequest briefly(PromotionFile file) {
        return request(file, (policy, pinned) -> whatStops(policy, pinned, file.asking()));
    }

    private boolean visible(Actor actor, PromotionFile file) {
        var submission = file.submission();
        var place = standings.place(submission.version().model()).at(submission.site());
        return actor.may(Permission.READ_PROMOTIONS, place)
                || submission.requester().equals(actor.id()) && actor.may(Permission.REQUEST_PROMOTION, place);
    }

    private PromotionRequest request(PromotionFile file, Since since) {
        var submission = file.submission();
        var standing = standings.of(submission.version(), submission.site(), clock.instant());
        return PromotionRequest.of(file, standing, since);
    }

    private Changes everything(Policy policy, Evidence pinned, PairOfEyes asking) {
        return Changes.of(policy, pinned, changes.since(pinned, asking), live(policy, pinned, asking), clock.instant());
    }

    /**
     * The evidence as it would be taken now, by the window of the policy. A window of a stage begins where it did: while
     * the request is under way the version has not left that stage.
     */
    Evidence live(Policy policy, Evidence pinned, PairOfEyes asking) {
        var from = policy.window().from(clock.instant(), pinned.from());
        return changes.live(pinned, policy.attributes(), from, asking);
    }

    /** Without the figures of now, which cost more to compute, unless the policy lets them stop a release. */
    private Changes whatStops(Policy policy, Evidence pinned, PairOfEyes asking) {
        return policy.stops().by().contains(Change.Kind.OTHER_VERDICT)
                ? everything(policy, pinned, asking)
                : Changes.of(policy, pinned, changes.since(pinned, asking), null, clock.instant());
    }
}
