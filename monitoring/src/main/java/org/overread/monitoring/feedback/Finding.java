package org.overread.monitoring.feedback;

import java.util.List;

/**
 * Severe feedback, which somebody must answer before the version may be promoted.
 *
 * @param replies what was answered, the first one first; empty while it is open
 */
public record Finding(GivenFeedback feedback, Card card, List<Reply> replies) {
    public Finding {
        replies = List.copyOf(replies);
    }

    public boolean open() {
        return replies.isEmpty();
    }
}
