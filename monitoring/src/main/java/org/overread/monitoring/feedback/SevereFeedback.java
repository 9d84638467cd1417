package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;

/** Finds feedback that is severe and stands. There may be very many, so nothing here gives all of a version at once. */
public interface SevereFeedback {
    /** The most of a page. */
    int MOST = 1_000;

    /** At which sites of a version some stands; the empty one stands for none. */
    Set<String> sites(ModelVersionId version);

    /**
     * What stands on a version: what waits first, then the newest.
     *
     * @param sites at which; null for all
     * @param after the last of the page before; null for the first page
     */
    List<GivenFeedback> page(
            ModelVersionId version, @Nullable Set<String> sites, @Nullable FindingPosition after, int limit);

    /** What was said of one output, the oldest first. */
    List<GivenFeedback> on(UUID card);

    /**
     * What waits in each place, the oldest first.
     *
     * @param version null for all
     * @param concern whether safety concerns, or else outputs called wrong; null for both
     */
    List<Unanswered> waiting(@Nullable ModelVersionId version, @Nullable Boolean concern);

    /**
     * Those that wait in a place, the oldest first.
     *
     * @param after the last of those before; null for the first
     */
    List<GivenFeedback> waiting(Unanswered where, @Nullable GivenFeedback after, int limit);

    /** Whether an output of the version that a clinician called wrong waits. */
    boolean calledWrongWaits(ModelVersionId version);

    /**
     * How many nobody has cleared since they were last found to be otherwise.
     *
     * @param but the ids of those who cannot clear them
     */
    long notCleared(ModelVersionId version, @Nullable String site, Collection<String> but);

    /**
     * Those that nobody has cleared, on outputs that were shown before a moment: in the way, but in no count of what came
     * after it. Their days count no output.
     *
     * @param forGood whether their ids are kept for good, each day under its digest
     */
    List<FeedbackDay> notClearedBefore(
            ModelVersionId version, @Nullable String site, Collection<String> but, Instant before, boolean forGood);

    /**
     * What may have changed since evidence was taken: what stands at its site and is not among what it rests on, what was
     * told elsewhere since, and what was answered since; the oldest first.
     *
     * @param site null for all
     */
    List<GivenFeedback> since(ModelVersionId version, @Nullable String site, Digest restsOn, Instant takenAt);
}
