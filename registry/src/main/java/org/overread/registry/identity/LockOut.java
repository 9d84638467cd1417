package org.overread.registry.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How guessing is slowed down: so many failures within a time are free, each further one doubles how long nothing is
 * tried any more. Attempts while it is locked do not count, so that a lock always ends.
 *
 * @param failures the number of failures that locks for the first time
 * @param within how far back a failure counts
 * @param first how long the first lock lasts
 * @param longest how long a lock lasts at most
 */
record LockOut(int failures, Duration within, Duration first, Duration longest) {
    /** One login from one place, or one person in one session: five failures within 15 minutes lock for 15 minutes. */
    static final LockOut ONE_PLACE =
            new LockOut(5, Duration.ofMinutes(15), Duration.ofMinutes(15), Duration.ofMinutes(15));

    /** One login from all places where it has never succeeded, so that many places do not make many guesses. */
    static final LockOut ONE_LOGIN =
            new LockOut(10, Duration.ofHours(6), Duration.ofMinutes(1), Duration.ofMinutes(15));

    /** All logins from one address, apart from those that have succeeded there; a hospital may have only one. */
    static final LockOut ONE_ADDRESS =
            new LockOut(30, Duration.ofMinutes(15), Duration.ofSeconds(5), Duration.ofMinutes(1));

    LockOut {
        if (failures < 1) {
            throw new IllegalArgumentException("a lock-out needs at least one failure");
        }
    }

    /** Until when nothing is tried, at that time; empty when it is not locked. */
    Optional<Instant> lockedUntil(List<Instant> failed, Instant now) {
        var inOrder = failed.stream().sorted().toList();
        return IntStream.range(failures - 1, inOrder.size())
                .mapToObj(last -> until(inOrder, last))
                .flatMap(Optional::stream)
                .filter(now::isBefore)
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> until(List<Instant> inOrder, int last) {
        var at = inOrder.get(last);
        long counted = inOrder.subList(0, last + 1).stream()
                .filter(each -> !each.plus(within).isBefore(at))
                .count();
        return counted < failures ? Optional.empty() : Optional.of(at.plus(lasting(counted - failures)));
    }

    private Duration lasting(long doublings) {
        var lasting = first;
        for (long i = 0; i < doublings && lasting.compareTo(longest) < 0; i++) {
            lasting = lasting.multipliedBy(2);
        }
        return lasting.compareTo(longest) < 0 ? lasting : longest;
    }

    /** How long a failure can still matter. */
    Duration memory() {
        return within.plus(longest);
    }
}
