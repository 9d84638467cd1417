package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.overread.monitoring.run.RunAttempt;
import org.overread.monitoring.run.RunningAside;

/** Tells the other servers that this one is still at the runs that somebody has started on it. */
@ApplicationScoped
class Heartbeats implements Round {
    @Inject
    RunningAside aside;

    @Override
    public String failure() {
        return "Runs under way cannot be told from those of a server that was stopped";
    }

    @Override
    public Duration pause() {
        return RunAttempt.HEARTBEAT;
    }

    @Override
    public void run() {
        aside.beat();
    }
}
