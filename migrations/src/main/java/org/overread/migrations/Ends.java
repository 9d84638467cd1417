package org.overread.migrations;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a server has ended by itself of late. Once is an accident; again and again is not mended by starting. */
final class Ends {
    static final int BEARABLE = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final Deque<Long> lately = new ArrayDeque<>();

    /** Notes an end, at a time in nanoseconds, and tells whether it was one too many. */
    boolean tooMany(long now) {
        lately.removeIf(end -> now - end > WITHIN.toNanos());
        lately.add(now);
        return lately.size() > BEARABLE;
    }

    /** How long to wait before the next start: longer each time. */
    Duration pause() {
        return Duration.ofSeconds((1L << lately.size()) - 2);
    }
}
