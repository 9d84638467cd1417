package org.overread.monitoring.run;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.overread.registry.ModelVersionId;
import org.overread.registry.TimeOrderedIds;

/** Notes how far a run has come, in transactions of their own: others see it meanwhile, and it stays when the run fails. */
@ApplicationScoped
@Transactional(REQUIRES_NEW)
public class RunMarks {
    @Inject
    RunAttempts attempts;

    @Inject
    InstantSource clock;

    void at(UUID attempt, int done, int sources) {
        mark(attempt, known -> known.at(done, sources, now()));
    }

    void alive(UUID attempt) {
        attempts.touch(attempt, now());
    }

    void found(UUID attempt, UUID run) {
        mark(attempt, known -> known.ended(now(), run, null));
    }

    void failed(UUID attempt, String why) {
        mark(attempt, known -> known.ended(now(), null, why));
    }

    /** A run by the clock that failed. */
    void failedByTheClock(ModelVersionId version, Instant startedAt, String why) {
        attempts.add(
                RunAttempt.begin(TimeOrderedIds.next(), version, RunEntry.CLOCK.id(), RunEntry.CLOCK.name(), startedAt)
                        .ended(now(), null, why));
    }

    private void mark(UUID attempt, UnaryOperator<RunAttempt> change) {
        attempts.find(attempt).map(change).ifPresent(attempts::keep);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
