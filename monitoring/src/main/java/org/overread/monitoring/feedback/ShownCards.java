package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;

/** Where cards rest. They only grow in number. */
public interface ShownCards {
    /** Lets no other transaction register the same card until this one ends. */
    void lock(UUID card);

    void add(Card card, String registeredBy, Instant registeredAt);

    Optional<Card> find(UUID card);

    /** Those of the cards that are known. */
    Map<UUID, Card> find(Collection<UUID> cards);

    /** When the first of the version's cards was shown. */
    Optional<Instant> first(ModelVersionId version);

    /**
     * Cards that were shown to the person, or to everybody where the person is a clinician, and of which nothing stands
     * that the person said; the newest first.
     */
    List<Card> waitingFor(Actor.Person person, int limit);
}
