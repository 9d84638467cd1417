package org.overread.monitoring.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/**
 * Removes deliveries that are over: what was delivered or let go after {@value #DAYS} days, what was given up and nobody
 * let go after a year. What was to be told, and of which alert, stays. Whoever runs it goes on until nothing is left to
 * remove.
 *
 * @see "Decision 116: notices outside the product"
 */
@ApplicationScoped
@Transactional
public class DeliveryRetention {
    private static final int DAYS = 90;
    private static final int DAYS_GIVEN_UP = 365;
    private static final int AT_ONCE = 1_000;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** Removes the earliest ones; tells whether there may be more. */
    public boolean removeSome() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int removed =
                outbox.remove(now.minus(Duration.ofDays(DAYS)), now.minus(Duration.ofDays(DAYS_GIVEN_UP)), AT_ONCE);
        if (removed > 0) {
            trail.append(
                    new Actor.Product("retention"),
                    new Deed(
                            "deliveries.removed",
                            "delivery",
                            "over",
                            null,
                            "removed %,d deliveries that were over for %d days, or given up for %d"
                                    .formatted(removed, DAYS, DAYS_GIVEN_UP),
                            Map.of("deliveries", String.valueOf(removed))));
        }
        return removed == AT_ONCE;
    }
}
