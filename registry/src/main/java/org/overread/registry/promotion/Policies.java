package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.PersonId;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyBook;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.gate.PolicyFile;

/** Shows the policies there are and how they stand. {@link Publishing} adds to them. */
@ApplicationScoped
@Transactional
public class Policies {
    @Inject
    PublishedPolicies published;

    @Inject
    Standings standings;

    @Inject
    InstantSource clock;

    /** The policy that would judge a request now; empty when the stage is closed. */
    public Optional<Policy> inForce(Actor actor, String model, Stage stage) {
        actor.mustBeAllowedWithin(Permission.READ_PROMOTIONS, standings.place(model));
        return whole().inForce(model, stage);
    }

    /** Every policy that the actor may see, the newest first, as the book stands now. */
    public PolicyBook book(Actor actor) {
        actor.mustBeAllowedSomewhere(Permission.READ_PROMOTIONS);
        var seen = published.files().stream()
                .filter(file -> actor.mayWithin(
                        Permission.READ_PROMOTIONS,
                        standings.place(file.policy().model())))
                .toList();
        return new PolicyBook(seen, clock.instant());
    }

    /** Every policy ever written down that the actor may see, the newest first. */
    public List<Policy> list(Actor actor) {
        return book(actor).files().stream().map(PolicyFile::policy).toList();
    }

    /** One policy as it was written down. */
    public Policy get(Actor actor, UUID id) {
        return file(actor, id).policy();
    }

    /** One policy and what was added to it. */
    public PolicyFile file(Actor actor, UUID id) {
        return book(actor).files().stream()
                .filter(file -> file.policy().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such policy."));
    }

    /** The policies that wait for this person to confirm them, the oldest first. */
    public List<Policy> waitingFor(Actor.Person person) {
        return published.files().reversed().stream()
                .filter(PolicyFile::waits)
                .map(PolicyFile::policy)
                .filter(policy -> !isBy(person.personId(), policy)
                        && person.may(Permission.PUBLISH_POLICIES, standings.place(policy.model())))
                .toList();
    }

    /**
     * In which ways the draft would be laxer than what it would take the place of.
     *
     * @param from from when it would be in force; at once when null
     */
    public List<String> laxer(Actor actor, PolicyDraft draft, @Nullable Instant from) {
        actor.mustBeAllowedSomewhere(Permission.PUBLISH_POLICIES);
        var book = whole();
        return draft.laxer(book, from == null || from.isBefore(book.asOf()) ? book.asOf() : from);
    }

    static boolean isBy(PersonId person, Policy policy) {
        return policy.enactment() != null && policy.enactment().author().equals(person.toString());
    }

    private PolicyBook whole() {
        return new PolicyBook(published.files(), clock.instant());
    }
}
