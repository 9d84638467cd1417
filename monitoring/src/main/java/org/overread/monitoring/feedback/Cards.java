package org.overread.monitoring.feedback;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.prediction.Predictions;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.RegisteredModel;

/** Registers every output that is shown in the clinic, so that silence can be counted, and shows it for review. */
@ApplicationScoped
@Transactional
public class Cards {
    /** How many cards are listed as waiting where nobody asks for more. */
    public static final int LISTED = 50;

    /** Reads the catalog for people who see a card but need not be allowed to see all of the model. */
    private static final Actor.Product PRODUCT = new Actor.Product("cards");

    @Inject
    ShownCards cards;

    @Inject
    FeedbackLog log;

    @Inject
    FindingBook findings;

    @Inject
    FindingNews news;

    @Inject
    Predictions predictions;

    @Inject
    Catalog catalog;

    @Inject
    AuditTrail audit;

    @Inject
    InstantSource clock;

    /**
     * A card that is registered.
     *
     * @param known whether it was before
     */
    public record Registered(Card card, boolean known) {}

    /**
     * Registers a card. The same card again is harmless.
     *
     * @throws GovernanceException with every problem of the draft at once, or {@link ErrorCode#CONFLICT} when its id
     *     belongs to another card
     */
    public Registered register(Actor actor, CardDraft draft) {
        GovernanceException.refuse("This card cannot be registered.", draft.problems());
        var model = catalog.model(PRODUCT, requireNonNull(draft.version()).model());
        var card = inItsDepartment(draft.card(), model);
        // where it is shown is what the caller says; whose model it is, is not
        actor.mustBeAllowed(Permission.REGISTER_CARDS, model.place().at(card.site()));
        actor.mustBeAllowed(Permission.REGISTER_CARDS, card.place());
        catalog.version(PRODUCT, card.version());
        cards.lock(card.id());
        var known = cards.find(card.id());
        if (known.isPresent()) {
            return new Registered(same(known.get(), card), true);
        }
        cards.add(card, actor.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        findings.on(card.id()).forEach(news::changed);
        audit.append(
                actor,
                Deed.of(
                        "card.registered",
                        "card",
                        card.id().toString(),
                        card.version().model(),
                        "registered that an output of " + card.version() + " was shown"));
        return new Registered(card, false);
    }

    /** How many cards wait for this person; nobody counts further than to {@code most}. */
    public int waitingCount(Actor.Person person, int most) {
        return cards.waitingFor(person, most).size();
    }

    /** The newest {@link #LISTED} cards that wait for this person, the newest first. */
    public List<WaitingCard> waitingFor(Actor.Person person) {
        return waitingFor(person, LISTED);
    }

    /** The cards that wait for this person, the newest first, so many at most. */
    public List<WaitingCard> waitingFor(Actor.Person person, int most) {
        var waiting = cards.waitingFor(person, most);
        var known = known(waiting);
        var models = new HashMap<String, RegisteredModel>();
        return waiting.stream()
                .map(card -> {
                    var model = models.computeIfAbsent(card.version().model(), id -> catalog.model(PRODUCT, id));
                    return new WaitingCard(card, model.name(), model.kind(), score(known, card));
                })
                .toList();
    }

    /**
     * Shows a card for review. That somebody looked is on record: it is about one patient.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_FOUND} when there is none or the actor may not see it
     */
    public CardDetails card(Actor actor, UUID id) {
        var card = cards.find(id)
                .filter(found -> visible(actor, found))
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such output."));
        var model = catalog.model(PRODUCT, card.version().model());
        var version = catalog.version(PRODUCT, card.version());
        audit.append(
                actor,
                new Deed(
                        "card.read",
                        "card",
                        id.toString(),
                        model.id(),
                        "looked at one output of " + card.version(),
                        Map.of("prediction", card.predictionId())));
        return new CardDetails(
                card,
                model.name(),
                model.kind(),
                version.declared().threshold(),
                card.shown(predictions.find(card.version(), List.of(card.predictionId()))),
                OverrideReason.offeredFor(model.kind()),
                mine(actor, id),
                actor.may(Permission.GIVE_FEEDBACK, card.place()));
    }

    private @Nullable GivenFeedback mine(Actor actor, UUID card) {
        return actor instanceof Actor.Person person
                ? log.standing(card, person.personId()).stream().findFirst().orElse(null)
                : null;
    }

    private static boolean visible(Actor actor, Card card) {
        return actor.may(Permission.GIVE_FEEDBACK, card.place()) || actor.may(Permission.READ_FEEDBACK, card.place());
    }

    /** Where it was shown when nobody said: in the model's own department. */
    private static Card inItsDepartment(Card card, RegisteredModel model) {
        if (card.department() != null) {
            return card;
        }
        return new Card(
                card.id(),
                card.version(),
                card.predictionId(),
                card.site(),
                model.department(),
                card.shownTo(),
                card.shownAt(),
                card.indicator());
    }

    private static Card same(Card known, Card again) {
        if (known.equals(again)) {
            return known;
        }
        throw new GovernanceException(
                ErrorCode.CONFLICT, "The id " + again.id() + " belongs to another card: give each card its own");
    }

    private Map<ModelVersionId, Map<String, Prediction>> known(List<Card> waiting) {
        var known = new HashMap<ModelVersionId, Map<String, Prediction>>();
        waiting.stream()
                .collect(groupingBy(Card::version, mapping(Card::predictionId, toSet())))
                .forEach((version, ids) -> known.put(version, predictions.find(version, ids)));
        return known;
    }

    private static @Nullable Double score(Map<ModelVersionId, Map<String, Prediction>> known, Card card) {
        var prediction = card.shown(known.getOrDefault(card.version(), Map.of()));
        return prediction == null ? null : prediction.score();
    }
}
