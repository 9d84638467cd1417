package org.overread.monitoring.notify.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Delivery;

/** Calls another system. */
public interface Calling {
    /**
     * Tries once, for some seconds at most. Every failure is an answer.
     *
     * @param secrets each signs, the newest first
     * @param link where people read of it
     */
    Answer call(URI address, Delivery delivery, List<String> secrets, Optional<URI> link, Instant now);
}
