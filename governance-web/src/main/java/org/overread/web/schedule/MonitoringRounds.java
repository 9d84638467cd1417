package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.concern.ConcernAlerts;
import org.overread.monitoring.concern.UntracedConcerns;
import org.overread.monitoring.run.RunningAside;
import org.overread.monitoring.schedule.MonitoringRuns;
import org.overread.registry.Actor;

/**
 * Has versions checked when it is time, every one at least once an hour, and passes on alerts that nobody has answered.
 * On several servers each version is run by one at a time; what one leaves out another takes up.
 */
@ApplicationScoped
class MonitoringRounds implements Round {
    private static final Actor.Product PRODUCT = new Actor.Product("monitoring");
    private static final Duration AT_LEAST_EVERY = Duration.ofHours(1);

    @Inject
    MonitoringRuns runs;

    @Inject
    RunningAside aside;

    @Inject
    Alerts alerts;

    @Inject
    ConcernAlerts concerns;

    @Inject
    UntracedConcerns untraced;

    @Inject
    Rounds rounds;

    @Inject
    InstantSource clock;

    @Override
    public String failure() {
        return "Versions cannot be checked";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration first() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        concerns.waiting()
                .forEach(version -> rounds.attempt(
                        "Concerns on " + version + " cannot be put on a clock", () -> concerns.catchUp(version)));
        rounds.attempt(
                "Nobody can be written to about concerns on unknown outputs",
                () -> untraced.waiting().forEach(untraced::tell));
        rounds.attempt("Alerts cannot be passed on", () -> alerts.escalate(PRODUCT));
        runs.due(clock.instant().minus(AT_LEAST_EVERY))
                .forEach(plan -> rounds.attempt(
                        "The checks of " + plan.version() + " cannot be run", () -> aside.byTheClock(plan)));
    }
}
