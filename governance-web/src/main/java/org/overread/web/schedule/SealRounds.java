package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.overread.registry.audit.Sealer;

/** Gives what was recorded its place in the audit chain a moment later, also where nobody reads the trail. */
@ApplicationScoped
class SealRounds implements Round {
    @Inject
    Sealer sealer;

    @Override
    public String failure() {
        return "Entries of the audit trail cannot be sealed";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration first() {
        return Duration.ZERO;
    }

    @Override
    public void run() {
        sealer.sealAll();
    }
}
