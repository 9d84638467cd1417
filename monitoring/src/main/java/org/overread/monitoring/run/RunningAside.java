package org.overread.monitoring.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.schedule.MonitoringRuns;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;

/** Carries out runs so that how far they have come, and why they failed, can be read by anybody at any time. */
@ApplicationScoped
public class RunningAside {
    private static final String UNKNOWN = "It could not be run; the server's log says why.";

    @Inject
    MonitoringRuns runs;

    @Inject
    RunMarks marks;

    @Inject
    InstantSource clock;

    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    /** Carries out what {@link RunDesk#start} took note of. Returns when it is over, also when it failed. */
    public void carryOut(Actor actor, RunAttempt attempt) {
        underWay.add(attempt.id());
        try {
            var run = runs.run(actor, attempt.version(), (done, sources) -> marks.at(attempt.id(), done, sources));
            marks.found(attempt.id(), run.id());
        } catch (GovernanceException refused) {
            marks.failed(attempt.id(), String.valueOf(refused.getMessage()));
        } catch (RuntimeException | Error e) {
            marks.failed(attempt.id(), UNKNOWN);
            throw e;
        } finally {
            underWay.remove(attempt.id());
        }
    }

    /**
     * Tells that this server is still at the runs it has under way; to be called every {@link RunAttempt#HEARTBEAT}. When
     * it is no longer told, another server may begin them anew.
     */
    public void beat() {
        underWay.forEach(marks::alive);
    }

    /** Runs the checks because it is time, and takes note when that fails. */
    public void byTheClock(PlanRevision plan) {
        var startedAt = clock.instant();
        try {
            runs.runIfFree(plan);
        } catch (RuntimeException | Error e) {
            marks.failedByTheClock(
                    plan.version(),
                    startedAt,
                    e instanceof GovernanceException refused ? String.valueOf(refused.getMessage()) : UNKNOWN);
            throw e;
        }
    }
}
