package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Logger;
import org.overread.monitoring.retention.Retention;
import org.overread.monitoring.retention.RetentionRule;

/** Removes old payloads where the installation has set for how long they are kept; otherwise does nothing. */
@ApplicationScoped
class PayloadRounds implements Round {
    private static final Logger LOG = Logger.getLogger(PayloadRounds.class.getName());

    @Inject
    Retention retention;

    Map<String, String> environment = System.getenv();

    @Override
    public String failure() {
        return "Old payloads cannot be removed";
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
        RetentionRule.of(environment).ifPresent(this::removeAll);
    }

    private void removeAll(RetentionRule rule) {
        for (var version : retention.versions()) {
            while (retention.removeSome(version, rule)) {
                LOG.fine("Removed old payloads of " + version);
            }
        }
    }
}
