package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyBook;
import org.overread.registry.gate.PolicyDraft;

/** Publishes policies and shows those there are. What is published stays as it is. */
@ApplicationScoped
@Transactional
public class Policies {
    @Inject
    PublishedPolicies published;

    @Inject
    Standings standings;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /**
     * Publishes a policy. It is in force from now on for what is submitted from now on.
     *
     * @throws GovernanceException naming every field that does not stand, or when the actor may not publish for all
     *     that the policy would judge
     */
    public Policy publish(Actor actor, PolicyDraft draft) {
        PublishingRight.check(actor, standings.place(draft.model()));
        published.lock();
        int number = book().nextNumber(draft.name().strip(), draft.model());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var policy = draft.publish(UUID.randomUUID(), number, actor.name(), now);
        var frozen = Frozen.now(policy, CanonicalJson.of(policy));
        published.add(frozen);
        trail.append(
                actor,
                new Deed(
                        "policy.published",
                        "policy",
                        policy.id().toString(),
                        policy.model(),
                        "published the policy " + policy.title(),
                        Map.of("digest", frozen.pinned().hex())));
        return policy;
    }

    /** The policy that would judge a request now; empty when the stage is closed. */
    public Optional<Policy> inForce(Actor actor, String model, Stage stage) {
        actor.mustBeAllowed(Permission.READ_PROMOTIONS, standings.place(model));
        return book().inForce(model, stage);
    }

    /** Every policy ever published that the actor may see, the newest first. */
    public List<Policy> list(Actor actor) {
        actor.mustBeAllowed(Permission.READ_PROMOTIONS, Place.ANYWHERE);
        return published.all().stream()
                .filter(policy -> actor.may(Permission.READ_PROMOTIONS, standings.place(policy.model())))
                .toList();
    }

    /** One policy as it was published. */
    public Policy get(Actor actor, UUID id) {
        return list(actor).stream()
                .filter(policy -> policy.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such policy."));
    }

    private PolicyBook book() {
        return new PolicyBook(published.all());
    }
}
