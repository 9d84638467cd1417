package org.overread.registry.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When guessing is stopped: so many failures within a time lock a login for a time. Attempts while it is locked do not
 * count, so that a lock always ends.
 */
public record LockOut(int failures, Duration within, Duration lasting) {
    /** Five failures within 15 minutes lock for 15 minutes. */
    public static final LockOut STANDARD = new LockOut(5, Duration.ofMinutes(15), Duration.ofMinutes(15));

    public LockOut {
        if (failures < 1) {
            throw new IllegalArgumentException("a lock-out needs at least one failure");
        }
    }

    /** Until when the login is locked at that time; empty when it is not. */
    public Optional<Instant> lockedUntil(List<Instant> failed, Instant now) {
        var inOrder = failed.stream().sorted().toList();
        for (int last = inOrder.size() - 1; last >= failures - 1; last--) {
            var first = inOrder.get(last - failures + 1);
            var until = inOrder.get(last).plus(lasting);
            if (!first.plus(within).isBefore(inOrder.get(last)) && now.isBefore(until)) {
                return Optional.of(until);
            }
        }
        return Optional.empty();
    }

    /** How long a failure can still matter. */
    public Duration memory() {
        return within.plus(lasting);
    }
}
