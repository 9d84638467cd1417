package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.overread.registry.audit.anchor.Anchors;

/** Puts the signed end of the audit trail outside the database when it is time. */
@ApplicationScoped
class AnchorRounds implements Round {
    @Inject
    Anchors anchors;

    @Override
    public String failure() {
        return "The audit trail cannot be anchored";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration first() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        anchors.keepUp();
    }
}
