package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PersonId;

/** Where feedback, withdrawals, replies and citations rest. Nothing in it is ever changed. */
public interface FeedbackLog {
    /** Lets no other transaction write under the same id until this one ends. */
    void lock(UUID feedback);

    void add(GivenFeedback given);

    Optional<GivenFeedback> find(UUID feedback);

    /** What the person gave, withdrawn or not, the newest first. */
    List<GivenFeedback> of(PersonId person, int limit);

    /** What stands on the cards of a version, at one site or at all. */
    List<GivenFeedback> standing(ModelVersionId version, @Nullable String site);

    /** What stands of that and is severe, the oldest first. */
    List<GivenFeedback> severe(ModelVersionId version, @Nullable String site);

    /** What stands and is severe of what was said of the card, the oldest first. */
    List<GivenFeedback> severeOn(UUID card);

    /**
     * What stands, is severe, and nobody has decided, the oldest first.
     *
     * @param version null for all, and for what is said of cards that are not known
     */
    List<GivenFeedback> waiting(@Nullable ModelVersionId version);

    /** Whether an override that is severe stands on the version and nobody has decided it. */
    boolean calledWrongWaits(ModelVersionId version);

    /** What stands that the person said of the card, the last first. */
    List<GivenFeedback> standing(UUID card, PersonId person);

    void withdraw(UUID feedback, String by, Instant at);

    /** When each of them was withdrawn; those that stand are not among the keys. */
    Map<UUID, Instant> withdrawals(Collection<UUID> feedback);

    void add(Reply reply);

    /** The replies to each of them, the first one first; those without are not among the keys. */
    Map<UUID, List<Reply>> replies(Collection<UUID> feedback);

    /** Remembers on which feedback evidence rests; once more for the same digest changes nothing. */
    void cite(Digest digest, ModelVersionId version, List<UUID> feedback, Instant at);

    /** The feedback behind each of these digests, as far as it is known. */
    Map<Digest, Set<UUID>> cited(Collection<Digest> digests);
}
