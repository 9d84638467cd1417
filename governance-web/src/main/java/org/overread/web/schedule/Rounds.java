package org.overread.web.schedule;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.overread.web.failure.Failure;

/**
 * Has each {@link Round} run while the server does, once all is prepared. When one fails the log says so once, and once
 * more when it works again; meanwhile it is tried on.
 */
@ApplicationScoped
public class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());

    @Inject
    @Any
    Instance<Round> all;

    @Inject
    Preparations preparations;

    @Inject
    RoundFigures figures;

    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/default")
    @SuppressWarnings("NullAway.Init") // the server fills it
    ScheduledExecutorService scheduler;

    /** What has failed in the round that this thread is at. */
    private static final ScopedValue<AtomicLong> FAILURES = ScopedValue.newInstance();

    private final List<ScheduledFuture<?>> begun = new ArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        all.forEach(round -> {
            figures.expect(round, round.first());
            begun.add(scheduler.scheduleWithFixedDelay(
                    () -> run(round), round.first().toMillis(), round.pause().toMillis(), TimeUnit.MILLISECONDS));
        });
    }

    @PreDestroy
    void stop() {
        begun.forEach(round -> round.cancel(false));
    }

    /** One time. Nothing may escape it, or there would be no next one. */
    void run(Round round) {
        if (!preparations.done()) {
            figures.expect(round, round.pause());
        } else {
            var failures = new AtomicLong();
            ScopedValue.where(FAILURES, failures).run(() -> attempt(round.failure(), round::run));
            figures.ended(round, failures.get());
        }
    }

    /** A part of a round that must not keep the others from being done. */
    void attempt(String failure, Runnable part) {
        try {
            part.run();
            if (failing.remove(failure)) {
                LOG.info("No longer: " + failure);
            }
        } catch (RuntimeException | Error e) {
            if (FAILURES.isBound()) {
                FAILURES.get().incrementAndGet();
            }
            if (failing.add(failure)) {
                LOG.warning(failure + ", trying on: "
                        + (e instanceof Error ? e : Failure.of(e).getMessage()));
            }
        }
    }
}
