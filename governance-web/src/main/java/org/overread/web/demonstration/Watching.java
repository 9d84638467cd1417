package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.overread.monitoring.plan.BreachAction;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.monitoring.plan.Plans;
import org.overread.monitoring.plan.ReviewRule;
import org.overread.registry.ModelVersionId;
import org.overread.web.demonstration.Timeline.Happening;

/** Declares what is watched of the demonstration's versions: the proposed plan, a quarter after each began to send. */
@ApplicationScoped
public class Watching {
    private static final int DAYS_TO_REVIEW = 40;
    private static final int DAYS_MISSED = 12;

    @Inject
    Plans plans;

    @Inject
    Staff staff;

    List<Happening> happenings(Period period) {
        return SyntheticHospital.VERSIONS.stream()
                .map(version -> new Happening(
                        period.month(Registration.month(version) + Feed.QUARTER).plus(Duration.ofHours(9)),
                        () -> declare(version, due(version, period))))
                .toList();
    }

    /** One review is missed, so that one sees what comes of it. */
    private static LocalDate due(ModelVersionId version, Period period) {
        var end = LocalDate.ofInstant(period.end(), ZoneOffset.UTC);
        return version.equals(SyntheticHospital.PANCREAS_2) ? end.minusDays(DAYS_MISSED) : end.plusDays(DAYS_TO_REVIEW);
    }

    private void declare(ModelVersionId version, LocalDate due) {
        var owner = staff.actor(Staff.MAX);
        if (plans.inForce(owner, version).isPresent()) {
            return;
        }
        var proposed = plans.proposed(owner, version);
        plans.declare(
                owner,
                version,
                new PlanDraft(
                        proposed.features(),
                        proposed.subgroups(),
                        proposed.pairs(),
                        proposed.reference(),
                        proposed.windows(),
                        proposed.limits(),
                        proposed.drift(),
                        new ReviewRule(ReviewRule.Cadence.QUARTER, due),
                        Staff.MAX,
                        Staff.THEO,
                        BreachAction.NOTIFY,
                        proposed.labelDelayDays(),
                        proposed.silentAfterHours()));
    }
}
