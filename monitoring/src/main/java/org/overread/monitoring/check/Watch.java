package org.overread.monitoring.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.registry.ModelVersionId;

/**
 * A version as it is about to be checked.
 *
 * @param plannedAt when the plan in force was declared
 * @param newest when the newest prediction was made; null when there is none
 * @param live whether clinicians are shown its outputs anywhere
 */
public record Watch(
        ModelVersionId version,
        MonitoringPlan plan,
        Instant plannedAt,
        @Nullable Instant newest,
        boolean live,
        Instant now) {

    /** The first day that is not judged yet: after the newest prediction, or today. */
    public LocalDate end() {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (newest == null) {
            return today;
        }
        var after = plan.windows()
                .length()
                .back(plan.windows().length().start(LocalDate.ofInstant(newest, ZoneOffset.UTC)), -1);
        return after.isBefore(today) ? after : today;
    }

    /** The first day whose outcomes are not expected to be known yet, or that is not judged for another reason. */
    public LocalDate labelledEnd() {
        var known = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(plan.labelDelayDays());
        return known.isBefore(end()) ? known : end();
    }
}
