package org.overread.web.schedule;

import java.time.Duration;
import java.util.Locale;

/** What the product does by itself from time to time. {@link Rounds} sees to it; running it once more does no harm. */
interface Round {
    /** What those who watch the server know it by, such as {@code payload_rounds}: the name of its class. */
    default String name() {
        var type = getClass().getSimpleName().replaceFirst("\\$.*", "");
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

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
