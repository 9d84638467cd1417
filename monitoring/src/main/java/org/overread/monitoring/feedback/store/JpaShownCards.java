package org.overread.monitoring.feedback.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.ShownCards;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.Scope;

/** Keeps cards in the database. */
@ApplicationScoped
class JpaShownCards implements ShownCards {
    private static final String NOTHING_SAID = """
             and not exists (select f from FeedbackRow f where f.card = c.id and f.person = :me
                and not exists (select w from WithdrawalRow w where w.feedback = f.id))
             order by c.shownAt desc, c.id""";

    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public void lock(UUID card) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:card, 101))")
                .setParameter("card", card.toString())
                .getSingleResult();
    }

    @Override
    public void add(Card card, String registeredBy, Instant registeredAt) {
        entities.persist(CardRow.of(card, registeredBy, registeredAt));
    }

    @Override
    public Optional<Card> find(UUID card) {
        return Optional.ofNullable(entities.find(CardRow.class, card)).map(CardRow::card);
    }

    @Override
    public Map<UUID, Card> find(Collection<UUID> cards) {
        return entities.createQuery("select c from CardRow c where c.id in :cards", CardRow.class)
                .setParameter("cards", cards)
                .getResultStream()
                .map(CardRow::card)
                .collect(Collectors.toMap(Card::id, Function.identity()));
    }

    @Override
    public Optional<Instant> first(ModelVersionId version) {
        return entities.createQuery(
                        "select c.shownAt from CardRow c where c.model = :model and c.version = :version order by c.shownAt",
                        Instant.class)
                .setParameter("model", version.model())
                .setParameter("version", version.version())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Card> waitingFor(Actor.Person person, int limit) {
        var mine = waiting("c.shownTo = :me", person, Scope.EVERYWHERE, limit);
        var everybodys = person.grants().stream()
                .filter(grant -> Permission.GIVE_FEEDBACK.roles().contains(grant.role()))
                .map(Grant::scope)
                .distinct()
                .flatMap(scope -> waiting("c.shownTo is null", person, scope, limit));
        return Stream.concat(mine, everybodys)
                .filter(card -> person.may(Permission.GIVE_FEEDBACK, card.place()))
                .distinct()
                .sorted(Comparator.comparing(Card::shownAt).reversed().thenComparing(Card::id))
                .limit(limit)
                .toList();
    }

    private Stream<Card> waiting(String whose, Actor.Person person, Scope scope, int limit) {
        var limits = new TreeMap<String, String>();
        put(limits, "model", scope.model());
        put(limits, "department", scope.department());
        put(limits, "site", scope.site());
        var within = limits.keySet().stream()
                .map(name -> " and c.%1$s = :%1$s".formatted(name))
                .collect(Collectors.joining());
        var query = entities.createQuery(
                        "select c from CardRow c where " + whose + within + " " + NOTHING_SAID, CardRow.class)
                .setParameter("me", person.personId().value())
                .setMaxResults(limit);
        limits.forEach(query::setParameter);
        return query.getResultStream().map(CardRow::card);
    }

    private static void put(Map<String, String> limits, String name, @Nullable String value) {
        if (value != null) {
            limits.put(name, value);
        }
    }
}
