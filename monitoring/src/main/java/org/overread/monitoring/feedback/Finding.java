package org.overread.monitoring.feedback;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.Place;

/**
 * Severe feedback, which waits for somebody from the moment it is told. It is decided by the last answer that says what
 * came of it; an answer that does not is a reply. What was decided can be decided anew, until the version is through.
 *
 * @param card the output it is about; null while that is not known
 * @param replies what was answered, the first one first
 */
public record Finding(GivenFeedback feedback, @Nullable Card card, List<Reply> replies) {
    public Finding {
        replies = List.copyOf(replies);
    }

    /** Where it stands in the list of its version. */
    public FindingPosition position() {
        return new FindingPosition(state().waits(), feedback.id());
    }

    /** The version it is about; null while that is not known. */
    public @Nullable ModelVersionId version() {
        return card == null ? null : card.version();
    }

    /** Where it is, for questions of who may do what. */
    public Place place() {
        return card == null ? Place.UNKNOWN : card.place();
    }

    /** Whether a clinician fears harm; otherwise they call the output wrong. */
    public boolean concern() {
        return feedback.kind() == FeedbackKind.SAFETY_CONCERN;
    }

    public FindingState state() {
        return decision()
                .filter(Reply::settles)
                .map(reply -> reply.clears() ? FindingState.CLEARED : FindingState.CORRECTED)
                .orElse(replies.isEmpty() ? FindingState.OPEN : FindingState.REPLIED);
    }

    /** The answer that decides; empty while nobody has said what came of it. */
    public Optional<Reply> decision() {
        return replies.stream().filter(reply -> reply.disposition() != null).reduce((earlier, later) -> later);
    }

    /**
     * Whether it stands in the way of a request of that pair of eyes: nobody clears their own gate, so somebody with
     * other eyes must have cleared it, after it was last found to be otherwise.
     *
     * @param asking null when nobody in particular asks
     */
    public boolean blocks(@Nullable PairOfEyes asking) {
        boolean cleared = false;
        for (var reply : replies) {
            if (reply.disposition() != null) {
                cleared = reply.clears() && (cleared || asking == null || !asking.include(reply.by()));
            }
        }
        return !cleared;
    }
}
