package org.overread.web.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.promotion.Policies;
import org.overread.web.foryou.Waiting;
import org.overread.web.foryou.WaitingWork;

/** The policies that are laxer and wait for a second person. */
@ApplicationScoped
class WaitingPolicies implements WaitingWork {
    @Inject
    Policies policies;

    @Override
    public String heading() {
        return "Policies to confirm";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public List<Waiting> of(Actor.Person person) {
        return person.maySomewhere(Permission.PUBLISH_POLICIES)
                ? policies.waitingFor(person).stream()
                        .map(policy -> new Waiting(
                                "Confirm or decline: %s, which asks less than before".formatted(policy.title()),
                                "policies/" + policy.id(),
                                policy.publishedAt()))
                        .toList()
                : List.of();
    }
}
