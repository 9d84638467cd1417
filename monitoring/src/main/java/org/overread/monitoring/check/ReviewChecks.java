package org.overread.monitoring.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.overread.monitoring.plan.PeriodicReviews;
import org.overread.registry.DayWords;

/** Whether somebody has looked at the version as a whole in time: a missed review is itself a finding (C11). */
@ApplicationScoped
class ReviewChecks implements CheckSource {
    @Inject
    PeriodicReviews reviews;

    @Override
    public List<Check> checks(Watch watch) {
        var due = reviews.due(watch.version(), watch.plan());
        boolean missed = due.isBefore(LocalDate.ofInstant(watch.now(), ZoneOffset.UTC));
        return List.of(Check.of(
                        "review",
                        CheckKind.REVIEW,
                        "Regular review",
                        missed ? CheckState.ALERT : CheckState.OK,
                        missed
                                ? "The review due on %s has not been done.".formatted(DayWords.of(due))
                                : "The next review is due on %s.".formatted(DayWords.of(due)))
                .standing("missed", due.plusDays(1)));
    }
}
