package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;
import org.overread.registry.promotion.Releases;

/** Carries out what was approved and a crash or an outage has kept from coming into effect. */
@ApplicationScoped
class CatchUp implements Round {
    private static final Logger LOG = Logger.getLogger(CatchUp.class.getName());

    @Inject
    Releases releases;

    @Override
    public String failure() {
        return "Approved requests cannot be brought into effect";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration first() {
        return Duration.ZERO;
    }

    @Override
    public void run() {
        int released = releases.catchUp();
        if (released > 0) {
            LOG.info("Approved requests brought into effect by catching up: " + released);
        }
    }
}
