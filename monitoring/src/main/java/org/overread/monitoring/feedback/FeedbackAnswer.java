package org.overread.monitoring.feedback;

import java.util.List;
import org.overread.registry.FieldProblem;

/** What comes of giving feedback. */
public sealed interface FeedbackAnswer {
    /**
     * It is kept.
     *
     * @param quarantined its card is not known (yet), so it is bound to no version and counted nowhere
     * @param known whether it was on record before
     */
    record Recorded(GivenFeedback feedback, boolean quarantined, boolean known) implements FeedbackAnswer {}

    /** It is not kept, for these reasons; all of them at once. */
    record Refused(List<FieldProblem> problems) implements FeedbackAnswer {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
