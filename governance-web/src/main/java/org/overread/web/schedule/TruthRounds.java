package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.overread.monitoring.truth.Truths;
import org.overread.registry.ModelVersionId;

/** Has the line of truth of each version drawn anew soon after its data have changed, so that no page waits for it. */
@ApplicationScoped
class TruthRounds implements Round {
    @Inject
    Truths truths;

    @Inject
    Rounds rounds;

    @Override
    public String failure() {
        return "It cannot be told which lines of truth are due";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        truths.due()
                .forEach(version ->
                        rounds.attempt("The line of truth of " + version + " cannot be drawn", () -> draw(version)));
    }

    /** What fails is not tried again with every round. */
    private void draw(ModelVersionId version) {
        boolean ended = false;
        try {
            truths.draw(version);
            ended = true;
        } finally {
            if (!ended) {
                truths.failed(version);
            }
        }
    }
}
