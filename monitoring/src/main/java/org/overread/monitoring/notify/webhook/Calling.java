package org.overread.monitoring.notify.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Delivery;

/** Calls another system. */
public interface Calling {
    /** The longest that one try takes. */
    Duration patience();

    /**
     * Tries once, for no longer than that. Every failure is an answer.
     *
     * @param secrets each signs, the newest first
     * @param link where people read of it
     */
    Answer call(URI address, Delivery delivery, List<String> secrets, Optional<URI> link, Instant now);
}
