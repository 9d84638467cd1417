package org.overread.monitoring.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/**
 * Removes old payloads, some weeks of one version at a time so that no transaction is long, and leaves an entry in the
 * audit trail for each that removed any. Whoever runs it goes on until nothing is left to remove.
 *
 * @see "Decision 111: payloads and what is not as declared"
 */
@ApplicationScoped
@Transactional
public class Retention {
    private static final int DAYS_AT_ONCE = 31;

    @Inject
    Payloads payloads;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** The versions that may have something to remove. */
    public List<ModelVersionId> versions() {
        return payloads.versions();
    }

    /** Removes the earliest payloads of the version that the rule lets go; tells whether there were any. */
    public boolean removeSome(ModelVersionId version, RetentionRule rule) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var limit = rule.keptFrom(LocalDate.ofInstant(now, ZoneOffset.UTC));
        var days = payloads.removable(version, limit, DAYS_AT_ONCE);
        if (days.isEmpty()) {
            return false;
        }
        long removed = 0;
        for (var day : days) {
            removed += payloads.remove(version, day, now);
        }
        if (removed > 0) {
            trail.append(new Actor.Product("retention"), deed(version, rule, days, removed));
        }
        return true;
    }

    private static Deed deed(ModelVersionId version, RetentionRule rule, List<LocalDate> days, long removed) {
        return new Deed(
                "payloads.removed",
                "model-version",
                version.toString(),
                version.model(),
                "removed the payloads of %,d predictions of %s that are older than %d days"
                        .formatted(removed, version, rule.days()),
                Map.of(
                        "predictions", String.valueOf(removed),
                        "from", days.getFirst().toString(),
                        "to", days.getLast().toString(),
                        "keptDays", String.valueOf(rule.days())));
    }
}
