package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.PersonId;

/** Where feedback, withdrawals, replies and citations rest. Nothing in it is ever changed. */
public interface FeedbackLog {
    /** Lets no other transaction write under the same id until this one ends. */
    void lock(UUID feedback);

    void add(GivenFeedback given);

    Optional<GivenFeedback> find(UUID feedback);

    /** What the person gave, withdrawn or not, the newest first. */
    List<GivenFeedback> of(PersonId person, int limit);

    /** What stands that the person said of the card, the last first. */
    List<GivenFeedback> standing(UUID card, PersonId person);

    void withdraw(UUID feedback, String by, Instant at);

    /** When each of them was withdrawn; those that stand are not among the keys. */
    Map<UUID, Instant> withdrawals(Collection<UUID> feedback);

    void add(Reply reply);

    /** The replies to each of them, the first one first; those without are not among the keys. */
    Map<UUID, List<Reply>> replies(Collection<UUID> feedback);
}
