package org.overread.web.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.promotion.PromotionSummary;
import org.overread.registry.promotion.Promotions;
import org.overread.web.foryou.Waiting;
import org.overread.web.foryou.WaitingWork;

/** The requests that wait for a person's signature. */
@ApplicationScoped
class WaitingSignatures implements WaitingWork {
    @Inject
    Promotions promotions;

    @Inject
    Titles titles;

    @Override
    public String heading() {
        return "Promotions to sign";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Waiting> of(Actor.Person person) {
        return person.maySomewhere(Permission.READ_PROMOTIONS)
                ? promotions.waitingFor(person).stream().map(this::waiting).toList()
                : List.of();
    }

    private Waiting waiting(PromotionSummary request) {
        var sentence = "%s: %s to %s at %s"
                .formatted(
                        request.state() == State.READY_FOR_DECISION ? "Decide" : "Review",
                        titles.version(request.version()),
                        request.target().title(),
                        titles.site(request.site()));
        return new Waiting(sentence, "promotions/" + request.id(), request.submittedAt());
    }
}
