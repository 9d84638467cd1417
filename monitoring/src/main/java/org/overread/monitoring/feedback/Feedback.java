package org.overread.monitoring.feedback;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;

/** Takes what clinicians say of outputs, and lets them take it back. What they said stays on record. */
@ApplicationScoped
@Transactional
public class Feedback {
    /** How long a card may wait before it counts as ignored. */
    public static final Duration ANSWER_WITHIN = Duration.ofHours(72);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    @Inject
    FeedbackLog log;

    @Inject
    ShownCards cards;

    @Inject
    FeedbackCounts counts;

    @Inject
    FindingBook findings;

    @Inject
    FindingNews news;

    @Inject
    Catalog catalog;

    @Inject
    Told told;

    @Inject
    AuditTrail audit;

    @Inject
    InstantSource clock;

    /** Records feedback. The same again is harmless; its card may be unknown, then it waits for it. */
    public FeedbackAnswer record(Actor actor, FeedbackDraft draft) {
        var now = now();
        var problems = draft.problems();
        if (!problems.isEmpty()) {
            return new FeedbackAnswer.Refused(problems);
        }
        if (draft.severe()) {
            // its card may be registered at this moment: one of the two must see the other
            cards.lock(requireNonNull(draft.card()));
        }
        var card = cards.find(requireNonNull(draft.card()));
        mustBeAllowed(actor, card.orElse(null));
        if (draft.at() != null && draft.at().isAfter(now.plus(CLOCKS_DIFFER))) {
            return refused("at", "lies in the future");
        }
        var given = given(actor, draft, card.orElse(null), now);
        log.lock(given.id());
        var known = log.find(given.id());
        if (known.isPresent()) {
            return known.get().saysTheSameAs(given, draft.at() == null)
                    ? new FeedbackAnswer.Recorded(known.get(), card.isEmpty(), true)
                    : refused("id", "belongs to other feedback already");
        }
        log.add(given);
        if (given.severe()) {
            news.changed(new Finding(given, card.orElse(null), List.of()));
        }
        audit.append(actor, recorded(given, card.orElse(null)));
        return new FeedbackAnswer.Recorded(given, card.isEmpty(), false);
    }

    /** Where an output that is not known will turn out to be nobody knows, so only a right without limits reaches it. */
    private static void mustBeAllowed(Actor actor, @Nullable Card card) {
        if (card != null) {
            actor.mustBeAllowed(Permission.GIVE_FEEDBACK, card.place());
        } else if (actor.maySomewhere(Permission.GIVE_FEEDBACK) && !actor.mayEverywhere(Permission.GIVE_FEEDBACK)) {
            throw new GovernanceException(
                    ErrorCode.NOT_ALLOWED,
                    "This output is not known yet, and " + actor.name()
                            + " has a limited right: register its card first, then send the feedback");
        }
        actor.mustBeAllowedSomewhere(Permission.GIVE_FEEDBACK);
    }

    /** Takes feedback back; only who gave it can. Once more changes nothing. */
    public WithdrawalAnswer withdraw(Actor actor, UUID feedback) {
        log.lock(feedback);
        var given = log.find(feedback).filter(found -> isBy(actor, found)).orElse(null);
        if (given == null) {
            return new WithdrawalAnswer.Refused("There is no such feedback of yours.");
        }
        var earlier = log.withdrawals(List.of(feedback)).get(feedback);
        if (earlier != null) {
            return new WithdrawalAnswer.Withdrawn(feedback, earlier);
        }
        var now = now();
        log.withdraw(feedback, actor.id(), now);
        if (given.severe()) {
            news.withdrawn(findings.of(given));
        }
        audit.append(
                actor,
                Deed.of(
                        "feedback.withdrawn",
                        "feedback",
                        feedback.toString(),
                        cards.find(given.card())
                                .map(card -> card.version().model())
                                .orElse(null),
                        "withdrew " + words(given)));
        return new WithdrawalAnswer.Withdrawn(feedback, now);
    }

    /** What this person said and what came of it, the newest first, so many at most. */
    public List<MyFeedback> mine(Actor.Person person, int most) {
        return told.to(person.personId(), most);
    }

    /** What became of the version's cards: shown, accepted, overridden, ignored. */
    public FeedbackTally tally(Actor actor, ModelVersionId version, @Nullable String site) {
        return counted(actor, version, site, null).tally();
    }

    /** The same day by day, of the cards that were shown from a moment on, or of all when that is null. */
    public CountedFeedback counted(Actor actor, ModelVersionId version, @Nullable String site, @Nullable Instant from) {
        return new CountedFeedback(counts.days(question(actor, version, site, from)));
    }

    /** The same, where what is counted must be known for good: what was signed rests on it. */
    public CountedFeedback cited(Actor actor, ModelVersionId version, @Nullable String site, @Nullable Instant from) {
        return new CountedFeedback(counts.keptForGood(question(actor, version, site, from)));
    }

    private FeedbackCounts.Question question(
            Actor actor, ModelVersionId version, @Nullable String site, @Nullable Instant from) {
        catalog.modelFor(actor, Permission.READ_FEEDBACK, version.model(), site);
        return new FeedbackCounts.Question(version, site, from, now().minus(ANSWER_WITHIN));
    }

    private GivenFeedback given(Actor actor, FeedbackDraft draft, @Nullable Card card, Instant now) {
        return new GivenFeedback(
                requireNonNull(draft.id()),
                requireNonNull(draft.card()),
                person(actor, card),
                actor.id(),
                actor instanceof Actor.Person ? Role.CLINICIAN.name() : "MACHINE",
                requireNonNull(draft.kind()),
                draft.reason(),
                draft.actionInstead(),
                draft.comment(),
                draft.noIdentifiersConfirmed(),
                draft.at() == null ? now : draft.at().truncatedTo(ChronoUnit.MICROS),
                now);
    }

    /** A machine passes on what the person said to whom the card was shown. */
    private static @Nullable PersonId person(Actor actor, @Nullable Card card) {
        if (actor instanceof Actor.Person person) {
            return person.personId();
        }
        return card == null ? null : card.shownTo();
    }

    private static boolean isBy(Actor actor, GivenFeedback given) {
        return actor.id().equals(given.sentBy())
                || actor instanceof Actor.Person person && person.personId().equals(given.person());
    }

    private static FeedbackAnswer.Refused refused(String field, String reason) {
        return new FeedbackAnswer.Refused(List.of(new FieldProblem(field, reason)));
    }

    private static Deed recorded(GivenFeedback given, @Nullable Card card) {
        var details = new TreeMap<>(Map.of(
                "card", given.card().toString(),
                "kind", given.kind().name(),
                "confirmedNoIdentifiers", String.valueOf(given.confirmed())));
        Optional.ofNullable(given.reason()).ifPresent(reason -> details.put("reason", reason.name()));
        return new Deed(
                "feedback.recorded",
                "feedback",
                given.id().toString(),
                card == null ? null : card.version().model(),
                "recorded " + words(given)
                        + (card == null ? " of an unknown output" : " of an output of " + card.version()),
                details);
    }

    private static String words(GivenFeedback given) {
        return switch (given.kind()) {
            case ACCEPTED -> "an acceptance";
            case OVERRIDDEN -> "an override";
            case SAFETY_CONCERN -> "a safety concern";
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
