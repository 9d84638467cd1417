package org.overread.web.demonstration;

import java.time.Instant;
import java.util.List;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.review.Meaning;

/**
 * One request to promote a version in the demonstration, and what people do about it. Whether it comes to that, the
 * gate decides: what it keeps shut nobody signs.
 *
 * @param at when the model owner submits it
 * @param acts in the order of time
 */
record Motion(ModelVersionId version, Stage target, String site, Instant at, String rationale, List<Act> acts) {
    Motion {
        acts = List.copyOf(acts);
    }

    /** What somebody does about a request. */
    sealed interface Act {
        Instant at();
    }

    /**
     * Somebody signs.
     *
     * @param login who
     */
    record Signing(String login, Role as, Meaning meaning, String comment, Instant at) implements Act {}

    /** The model owner takes it back. */
    record TakingBack(Instant at) implements Act {}

    @Override
    public String toString() {
        return version + " to " + target + " at " + site;
    }
}
