package org.overread.migrations;

import java.time.Duration;

/** How long to wait for something that takes as long as it takes: as long as it gets on. Times are in nanoseconds. */
final class Patience {
    static final Duration LIMIT = Duration.ofMinutes(5);

    private String last = "";
    private long since;

    Patience(long now) {
        since = now;
    }

    /** Whether what is seen has stayed the same for too long. */
    boolean lost(long now, String seen) {
        if (!seen.equals(last)) {
            last = seen;
            since = now;
        }
        return now - since > LIMIT.toNanos();
    }
}
