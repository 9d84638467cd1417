package org.overread.monitoring.feedback;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;

/** Puts findings together from what is on record. It asks nobody for rights: {@link Findings} does. */
@ApplicationScoped
@Transactional
public class FindingBook {
    @Inject
    FeedbackLog log;

    @Inject
    SevereFeedback severe;

    @Inject
    ShownCards cards;

    /** The finding that this feedback is, whether it stands or was taken back; empty when it is none. */
    public Optional<Finding> find(UUID feedback) {
        return log.find(feedback).filter(GivenFeedback::severe).map(this::of);
    }

    /** The finding that severe feedback is. */
    Finding of(GivenFeedback severe) {
        return of(List.of(severe)).getFirst();
    }

    /** What waits for an answer in each place, also on outputs that are not known; the oldest first. */
    public List<Unanswered> waiting() {
        return severe.waiting(null, null);
    }

    /** The same of safety concerns only, or else of outputs called wrong. */
    public List<Unanswered> waiting(boolean concern) {
        return severe.waiting(null, concern);
    }

    /** What waits on a version, the oldest first. */
    public List<Unanswered> waiting(ModelVersionId version) {
        return severe.waiting(version, null);
    }

    /**
     * Those that wait in a place, the oldest first.
     *
     * @param after the last of those before; null for the first
     */
    public List<Finding> waiting(Unanswered where, @Nullable Finding after, int limit) {
        return of(severe.waiting(where, after == null ? null : after.feedback(), limit));
    }

    /** Whether an output of the version that a clinician called wrong waits for an answer. */
    public boolean calledWrong(ModelVersionId version) {
        return severe.calledWrongWaits(version);
    }

    /** At which sites of a version some stand; the empty one stands for none. */
    Set<String> sites(ModelVersionId version) {
        return severe.sites(version);
    }

    /** A part of those that stand on a version, see {@link SevereFeedback#page}. */
    List<Finding> page(
            ModelVersionId version, @Nullable Set<String> sites, @Nullable FindingPosition after, int limit) {
        return of(severe.page(version, sites, after, limit));
    }

    /** How many stand in the way of that pair of eyes; null when nobody in particular asks. */
    public long blocking(ModelVersionId version, @Nullable String site, @Nullable PairOfEyes asking) {
        return severe.notCleared(version, site, asking == null ? Set.of() : asking.ids());
    }

    /** Of those the ones on outputs from before a moment, by day and site, see {@link SevereFeedback#notClearedBefore}. */
    public List<FeedbackDay> blockingBefore(
            ModelVersionId version,
            @Nullable String site,
            @Nullable PairOfEyes asking,
            @Nullable Instant before,
            boolean forGood) {
        return before == null
                ? List.of()
                : severe.notClearedBefore(version, site, asking == null ? Set.of() : asking.ids(), before, forGood);
    }

    /** Those that may have changed since evidence was taken, see {@link SevereFeedback#since}. */
    public List<Finding> since(ModelVersionId version, @Nullable String site, Digest restsOn, Instant takenAt) {
        return of(severe.since(version, site, restsOn, takenAt));
    }

    /** Those that stand on an output. */
    List<Finding> on(UUID card) {
        return of(severe.on(card));
    }

    private List<Finding> of(List<GivenFeedback> severe) {
        if (severe.isEmpty()) {
            return List.of();
        }
        var known = cards.find(severe.stream().map(GivenFeedback::card).collect(toSet()));
        var replies = log.replies(severe.stream().map(GivenFeedback::id).toList());
        return severe.stream()
                .map(given -> new Finding(given, known.get(given.card()), replies.getOrDefault(given.id(), List.of())))
                .toList();
    }
}
