package org.overread.monitoring.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.Drift;
import org.overread.monitoring.drift.DriftQuestion;
import org.overread.monitoring.drift.DriftReport;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;

/**
 * Tells drift as the plan in force judges it: from the plan's reference window unless another is asked for, and by the
 * plan's rule. So a reader sees what the alerts were raised for. Without a plan it is told as {@link Drift} does.
 */
@ApplicationScoped
@Transactional
public class PlannedDrift {
    @Inject
    Drift drift;

    @Inject
    PlanBook book;

    /** @throws GovernanceException as {@link Drift#of} does */
    public DriftReport of(Actor actor, ModelVersionId version, DriftQuestion question) {
        return book.latest(version)
                .map(PlanRevision::plan)
                .map(plan -> drift.of(actor, version, since(question, plan.reference()), plan.drift()))
                .orElseGet(() -> drift.of(actor, version, question));
    }

    private static DriftQuestion since(DriftQuestion question, @Nullable ReferenceWindow reference) {
        return reference == null
                ? question
                : question.since(start(reference.from()), start(reference.to().plusDays(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
