package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.check.TrailChecks;

/** Checks the audit trail when it is time. */
@ApplicationScoped
class TrailRounds implements Round {
    private static final Logger LOG = Logger.getLogger(TrailRounds.class.getName());

    @Inject
    TrailChecks checks;

    @Override
    public String failure() {
        return "The audit trail cannot be checked";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration first() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        checks.keepUp().ifPresent(check -> {
            if (check.result() instanceof Broken broken) {
                LOG.severe("The audit trail is broken at entry " + broken.seq() + " (" + broken.kind()
                        + "). The screen Audit trail says more.");
            }
            if (!check.records().isEmpty()) {
                LOG.severe("What is on record and the audit trail disagree "
                        + check.records().size() + " times. The screen Audit trail says where.");
            }
        });
    }
}
