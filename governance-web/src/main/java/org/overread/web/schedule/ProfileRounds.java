package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.overread.monitoring.profile.Profiling;

/**
 * Brings the profiles of days up to date that batches have changed. Nobody waits for it, since figures are read from the
 * predictions meanwhile.
 */
@ApplicationScoped
class ProfileRounds implements Round {
    /** Days in one round, so that a large history does not keep the thread for long. */
    private static final int DAYS = 64;

    @Inject
    Profiling profiling;

    @Override
    public String failure() {
        return "The profiles of days cannot be brought up to date";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        profiling.rebuild(DAYS);
    }
}
