package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.overread.monitoring.notify.DeliveryRetention;

/** Removes deliveries that have long been over. */
@ApplicationScoped
class DeliveryRounds implements Round {
    @Inject
    DeliveryRetention retention;

    @Override
    public String failure() {
        return "Old deliveries cannot be removed";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration first() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        while (retention.removeSome()) {
            // the next ones, until none is left
        }
    }
}
