package org.overread.monitoring.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.monitoring.feedback.Consequence.Outcome;
import org.overread.registry.Actor;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.registry.promotion.PromotionFilter;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.promotion.Promotions;

/** Knows what came of the requests to promote a model's versions, on behalf of clinicians who may not read them. */
@ApplicationScoped
@Transactional
class Consequences {
    private static final Actor.Product PRODUCT = new Actor.Product("feedback");

    @Inject
    Promotions promotions;

    /** Those of every request that rests on feedback, the newest first. */
    List<Consequence> of(String model) {
        return promotions.dossiers(PRODUCT, new PromotionFilter(model, null, null, Set.of())).stream()
                .map(Consequences::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Consequence> of(PromotionDossier dossier) {
        var evidence = dossier.evidence();
        if (evidence == null || evidence.citedFeedback() == 0 || dossier.state() == State.WITHDRAWN) {
            return Optional.empty();
        }
        var submission = dossier.submission();
        var ending = dossier.ending();
        return Optional.of(new Consequence(
                submission.version(),
                submission.target(),
                submission.site(),
                outcome(dossier.state()),
                evidence.citedFeedbackIds(),
                evidence.citedFeedback(),
                at(dossier),
                ending == null ? null : ending.at()));
    }

    private static Outcome outcome(State state) {
        return switch (state) {
            case BLOCKED -> Outcome.HELD_BACK;
            case REJECTED -> Outcome.REJECTED;
            case LIVE, ENDED -> Outcome.IN_EFFECT;
            case IN_REVIEW, READY_FOR_DECISION, APPROVED, WITHDRAWN, HALTED -> Outcome.UNDECIDED;
        };
    }

    private static Instant at(PromotionDossier dossier) {
        if (dossier.since() != null) {
            return dossier.since();
        }
        return dossier.signatures().isEmpty()
                ? dossier.submission().submittedAt()
                : dossier.signatures().getLast().signature().signedAt();
    }
}
