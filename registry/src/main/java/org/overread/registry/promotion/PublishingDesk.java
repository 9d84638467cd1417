package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.gate.Enactment;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyBook;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.gate.PolicyFile;
import org.overread.registry.gate.PolicyState;
import org.overread.registry.review.Rule;

/** Where policies are written down and added to, one act at a time. The person has proved who they are. */
@ApplicationScoped
@Transactional
class PublishingDesk {
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final int LONGEST = 2_000;

    @Inject
    PublishedPolicies published;

    @Inject
    Standings standings;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    PolicyStep publish(Actor.Person person, PolicyDraft draft, Written<String> why, @Nullable Instant from) {
        PublishingRight.check(person, standings.place(draft.model()));
        var reason = why.what();
        var now = now();
        var begin = from == null ? now : from.truncatedTo(ChronoUnit.MICROS);
        GovernanceException.refuse(
                "The policy cannot be published as it is",
                new FieldProblems()
                        .and(draft.problems())
                        .text("reason", reason, LONGEST)
                        .identifiers("reason", reason, why.noIdentifiersConfirmed())
                        .identifiers("name", draft.name(), true)
                        .when(begin.isBefore(now), "inForceFrom", "lies in the past; leave it out to begin at once")
                        .when(begin.isAfter(now.plus(FARTHEST)), "inForceFrom", "lies more than a year ahead")
                        .list());
        published.lock();
        var enactment = new Enactment(person.id(), reason.strip(), begin, List.of());
        var policy = draft.publish(TimeOrderedIds.next(), book(now), person.name(), now, enactment);
        var frozen = Frozen.now(policy, CanonicalJson.of(policy));
        published.add(frozen);
        trail.append(person, PolicyDeeds.published(policy, frozen.pinned()).confirming(why, reason));
        return taken(policy.id(), now);
    }

    PolicyStep decide(Actor.Person person, UUID id, boolean confirmed, Written<String> words) {
        published.lock();
        var file = allowed(person, id);
        checked(words, confirmed);
        if (!file.waits()) {
            return new PolicyStep.Refused(Rule.NOT_OPEN, file.policy().title() + " does not wait for anybody.");
        }
        var refused = confirmed ? mayNotConfirm(person, file) : null;
        if (refused != null) {
            trail.append(person, PolicyDeeds.confirmingRefused(file.policy(), refused));
            return refused;
        }
        var now = now();
        published.add(
                id,
                new PolicyFile.Decision(
                        confirmed, person.id(), person.name(), words.what().strip(), now));
        trail.append(person, PolicyDeeds.decided(file.policy(), confirmed).confirming(words, words.what()));
        return taken(id, now);
    }

    PolicyStep retire(Actor.Person person, UUID id, Written<String> reason) {
        published.lock();
        var file = allowed(person, id);
        checked(reason, false);
        var now = now();
        if (book(now).state(file) != PolicyState.IN_FORCE) {
            return new PolicyStep.Refused(
                    Rule.NOT_OPEN, "Only a policy that is in force can be retired; this one judges no stage now.");
        }
        published.add(
                id,
                new PolicyFile.Retirement(
                        person.id(), person.name(), reason.what().strip(), now));
        trail.append(person, PolicyDeeds.retired(file.policy()).confirming(reason, reason.what()));
        return taken(id, now);
    }

    /** What was found laxer when it was written must still be all there is. */
    private PolicyStep.@Nullable Refused mayNotConfirm(Actor.Person person, PolicyFile file) {
        if (Policies.isBy(person.personId(), file.policy())) {
            return new PolicyStep.Refused(
                    Rule.OWN_POLICY, "You wrote this policy, so somebody else who may publish confirms it.");
        }
        return overtaken(file.policy())
                ? new PolicyStep.Refused(
                        Rule.NOT_AS_SUBMITTED,
                        "What it would take the place of has changed since it was written. Decline it and write it"
                                + " again, so that it is compared with what is in force now.")
                : null;
    }

    private boolean overtaken(Policy proposed) {
        return published.files().stream()
                .filter(file -> file.begins().isPresent() && meet(file.policy(), proposed))
                .anyMatch(file -> changedAt(file).isAfter(proposed.publishedAt()));
    }

    /** Whether both could have a word on the same stage of the same model. */
    private static boolean meet(Policy one, Policy other) {
        return one.opens().stream().anyMatch(other.opens()::contains)
                && (one.model() == null || other.model() == null || one.model().equals(other.model()));
    }

    /** When the policy last changed what is in force, or was put forward. */
    private static Instant changedAt(PolicyFile file) {
        var retirement = file.retirement();
        var decision = file.decision();
        if (retirement != null) {
            return retirement.at();
        }
        return decision != null && decision.confirmed()
                ? decision.at()
                : file.policy().publishedAt();
    }

    private PolicyFile allowed(Actor.Person person, UUID id) {
        var file = find(id);
        PublishingRight.check(person, standings.place(file.policy().model()));
        return file;
    }

    private PolicyFile find(UUID id) {
        return published.files().stream()
                .filter(file -> file.policy().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such policy."));
    }

    private static void checked(Written<String> words, boolean mayBeEmpty) {
        var reason = words.what();
        var problems = new FieldProblems();
        GovernanceException.refuse(
                "This cannot be recorded as it is",
                (mayBeEmpty
                                ? problems.optionalText("reason", reason, LONGEST)
                                : problems.text("reason", reason, LONGEST))
                        .identifiers("reason", reason, words.noIdentifiersConfirmed())
                        .list());
    }

    private PolicyStep taken(UUID id, Instant now) {
        var file = find(id);
        return new PolicyStep.Taken(file, book(now).state(file));
    }

    private PolicyBook book(Instant now) {
        return new PolicyBook(published.files(), now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
