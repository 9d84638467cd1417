package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.overread.monitoring.feedback.FeedbackCounting;

/**
 * Counts days anew on which outputs were shown of which something was said since. Nobody waits for it, since such days are
 * read output by output meanwhile.
 */
@ApplicationScoped
class FeedbackRounds implements Round {
    private static final int DAYS_AT_A_TIME = 32;

    /** So that a large history does not keep the thread for long. */
    private static final int TIMES = 16;

    @Inject
    FeedbackCounting counting;

    @Override
    public String failure() {
        return "What became of outputs cannot be counted";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        for (int time = 0; time < TIMES && counting.countAnew(DAYS_AT_A_TIME) == DAYS_AT_A_TIME; time++) {
            // the next ones
        }
    }
}
