package org.overread.monitoring.run;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/**
 * A run that somebody has started, or one by the clock that failed.
 *
 * @param done how many sources of checks have answered, of {@code sources}; both 0 before the first
 * @param touchedAt when its server was last heard of
 * @param endedAt null while it is under way
 * @param run what it found; null while it is under way and when it failed
 * @param failure why it failed; null when it did not
 */
public record RunAttempt(
        UUID id,
        ModelVersionId version,
        String startedBy,
        String startedByName,
        Instant startedAt,
        int done,
        int sources,
        Instant touchedAt,
        @Nullable Instant endedAt,
        @Nullable UUID run,
        @Nullable String failure) {
    /** How often a server tells that it is still at it. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** A server that is silent for so long was stopped. */
    private static final Duration SILENCE = HEARTBEAT.multipliedBy(4);

    /** How a run stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** The server was stopped while it was under way. */
        INTERRUPTED
    }

    static RunAttempt begin(UUID id, ModelVersionId version, String by, String byName, Instant now) {
        return new RunAttempt(id, version, by, byName, now, 0, 0, now, null, null, null);
    }

    public State state(Instant now) {
        if (failure != null) {
            return State.FAILED;
        }
        if (endedAt != null) {
            return State.DONE;
        }
        return now.isBefore(touchedAt.plus(SILENCE)) ? State.RUNNING : State.INTERRUPTED;
    }

    RunAttempt at(int nowDone, int all, Instant now) {
        return new RunAttempt(
                id, version, startedBy, startedByName, startedAt, nowDone, all, now, endedAt, run, failure);
    }

    RunAttempt ended(Instant now, @Nullable UUID found, @Nullable String why) {
        return new RunAttempt(id, version, startedBy, startedByName, startedAt, done, sources, now, now, found, why);
    }
}
