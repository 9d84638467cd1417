package org.overread.registry.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;

/**
 * Records that somebody tried what they have no right to. It stays on record whatever becomes of the caller's
 * transaction. The same attempt of the same person within a minute counts once, so that a page which asks again and again
 * does not fill the trail.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Refusals {
    private static final Duration ONCE_IN = Duration.ofMinutes(1);
    private static final int REMEMBERED = 1_000;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    private final Map<Attempt, Instant> lately = new LinkedHashMap<>();

    private record Attempt(String actor, String operation, String subject) {}

    /**
     * Records the attempt.
     *
     * @param operation what was tried, by a name that the product gave it and nobody typed
     * @param words the same for people, to follow "tried to"
     * @param subject the id of what it was tried on; null when nothing is known of it
     * @param model the model it belongs to; null when none
     */
    public void record(Actor actor, String operation, String words, @Nullable String subject, @Nullable String model) {
        if (!first(new Attempt(actor.id(), operation, String.valueOf(subject)))) {
            return;
        }
        trail.append(
                actor,
                new Deed(
                        "access.refused",
                        "operation",
                        subject == null ? operation : subject,
                        model,
                        "tried to " + words + ", without the right",
                        Map.of("operation", operation)));
    }

    private synchronized boolean first(Attempt attempt) {
        var now = clock.instant();
        lately.values().removeIf(at -> !at.plus(ONCE_IN).isAfter(now));
        if (lately.size() >= REMEMBERED) {
            lately.clear();
        }
        return lately.putIfAbsent(attempt, now) == null;
    }
}
