package org.overread.monitoring.concern;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Finding;

/**
 * Something a clinician said that waits for a person.
 *
 * @param oldest the finding, or of several outputs of one version called wrong the one that waits longest
 * @param count how many wait; more than one of outputs called wrong, and of very many concerns
 * @param modelName the printed name of the model; null while the output is not known
 * @param circle everybody for whom it waits
 */
public record WaitingFinding(
        Finding oldest, long count, @Nullable String modelName, Circle circle) {
    /** The same, which speaks of so many. */
    WaitingFinding together(long some) {
        return new WaitingFinding(oldest, some, modelName, circle);
    }

    public Instant since() {
        return oldest.feedback().receivedAt();
    }
}
