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
import org.overread.registry.Permission;

/** Takes files from where they rest and says in which state each request is now. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OpenFiles {
    @Inject
    PromotionRequests requests;

    @Inject
    Standings standings;

    @Inject
    InstantSource clock;

    /**
     * The request as it stands now.
     *
     * @throws GovernanceException when there is none, or the actor may not see it, which is told the same way
     */
    PromotionRequest open(Actor actor, UUID request) {
        return requests.find(request)
                .filter(file -> visible(actor, file))
                .map(this::stateOfFile)
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such request."));
    }

    /** Lets no version of the request's model take a step until this transaction ends. */
    void hold(UUID request) {
        requests.find(request)
                .ifPresent(file -> standings.hold(file.submission().version()));
    }

    /** The requests that match and that the actor may see, the newest first. */
    Stream<PromotionRequest> all(Actor actor, PromotionFilter filter) {
        return requests.list(filter).stream()
                .filter(file -> visible(actor, file))
                .map(this::stateOfFile)
                .filter(request -> filter.admits(request.state()));
    }

    /** The requests that nobody has decided or taken back and that the actor may see, the newest first. */
    Stream<PromotionRequest> undecided(Actor actor) {
        return requests.undecided().stream()
                .filter(file -> visible(actor, file))
                .map(this::stateOfFile);
    }

    PromotionRequest.State stateOf(PromotionFile file) {
        return stateOfFile(file).state();
    }

    private boolean visible(Actor actor, PromotionFile file) {
        var submission = file.submission();
        var place = standings.place(submission.version().model()).at(submission.site());
        return actor.may(Permission.READ_PROMOTIONS, place);
    }

    private PromotionRequest stateOfFile(PromotionFile file) {
        var submission = file.submission();
        return PromotionRequest.of(file, standings.of(submission.version(), submission.site(), clock.instant()));
    }
}
