package org.overread.monitoring.run;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckState;
import org.overread.monitoring.schedule.FinishedRun;
import org.overread.registry.Actor;

/**
 * One line of the log of runs.
 *
 * @param id of the attempt when somebody started it, of the run itself when the clock did
 * @param by the id of who started it
 * @param tookMillis how long it took; null while nobody knows
 * @param found what it found; null when it found nothing, because it is under way or failed
 * @param failure why it failed; null when it did not
 */
public record RunEntry(
        UUID id,
        String by,
        Instant startedAt,
        RunAttempt.State state,
        int done,
        int sources,
        @Nullable Long tookMillis,
        @Nullable Found found,
        @Nullable String failure) {
    /** Who starts the runs that nobody asks for. */
    static final Actor.Product CLOCK = new Actor.Product("monitoring");

    /** How many checks stood how. */
    public record Found(int checks, int ok, int warnings, int alerts, int noData, int paused) {
        static Found of(FinishedRun run) {
            return new Found(
                    run.checks().size(),
                    count(run, CheckState.OK),
                    count(run, CheckState.WARNING),
                    count(run, CheckState.ALERT),
                    count(run, CheckState.NO_DATA),
                    count(run, CheckState.PAUSED));
        }

        private static int count(FinishedRun run, CheckState state) {
            return (int) run.checks().stream()
                    .map(Check::state)
                    .filter(state::equals)
                    .count();
        }
    }

    static RunEntry of(FinishedRun run) {
        return new RunEntry(
                run.id(),
                run.startedBy(),
                run.startedAt(),
                RunAttempt.State.DONE,
                0,
                0,
                Duration.between(run.startedAt(), run.finishedAt()).toMillis(),
                Found.of(run),
                null);
    }

    static RunEntry of(RunAttempt attempt, @Nullable FinishedRun run, Instant now) {
        var ended = attempt.endedAt();
        return new RunEntry(
                attempt.id(),
                attempt.startedBy(),
                attempt.startedAt(),
                attempt.state(now),
                attempt.done(),
                attempt.sources(),
                ended == null
                        ? null
                        : Duration.between(attempt.startedAt(), ended).toMillis(),
                run == null ? null : Found.of(run),
                attempt.failure());
    }

    /** Whether it was started by the clock. */
    public boolean byTheClock() {
        return by.equals(CLOCK.id());
    }

    /** Whether nothing more will come of it. */
    public boolean over() {
        return state != RunAttempt.State.RUNNING;
    }
}
