package org.overread.web.schedule;

import java.time.Duration;

/** What the product does by itself from time to time. {@link Rounds} sees to it; running it once more does no harm. */
interface Round {
    /** What is told when it fails, such as {@code Old payloads cannot be removed}. */
    String failure();

    /** How long to wait after one time until the next. */
    Duration pause();

    /** How long to wait after the start. */
    default Duration first() {
        return pause();
    }

    void run();
}
