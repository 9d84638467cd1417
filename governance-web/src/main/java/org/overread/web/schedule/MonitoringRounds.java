package org.overread.web.schedule;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.schedule.MonitoringRuns;
import org.overread.registry.Actor;
import org.overread.web.failure.Failure;

/**
 * Has versions checked when it is time, every one at least once an hour, and passes on alerts that nobody has answered.
 * On several servers each version is run by one at a time; what one leaves out another takes up.
 */
@ApplicationScoped
public class MonitoringRounds {
    private static final Logger LOG = Logger.getLogger(MonitoringRounds.class.getName());
    private static final Actor.Product PRODUCT = new Actor.Product("monitoring");
    private static final Duration AT_LEAST_EVERY = Duration.ofHours(1);
    private static final int SECONDS = 60;

    @Inject
    MonitoringRuns runs;

    @Inject
    Alerts alerts;

    @Inject
    Preparations preparations;

    @Inject
    InstantSource clock;

    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/default")
    @SuppressWarnings("NullAway.Init") // the server fills it
    ScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> rounds;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        rounds = scheduler.scheduleWithFixedDelay(this::round, 5, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** One round. Nothing may escape it, or there would be no next one. */
    void round() {
        if (!preparations.done()) {
            return;
        }
        attempt("Alerts cannot be passed on", () -> alerts.escalate(PRODUCT));
        attempt(
                "Versions cannot be checked",
                () -> runs.due(clock.instant().minus(AT_LEAST_EVERY)).forEach(this::run));
    }

    private void run(PlanRevision plan) {
        attempt("The checks of " + plan.version() + " cannot be run", () -> runs.runIfFree(plan));
    }

    private static void attempt(String failed, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warning(failed + ", trying again in a minute: " + Failure.of(e).getMessage());
        }
    }
}
