package org.overread.monitoring.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.overread.monitoring.drift.Drift;
import org.overread.monitoring.drift.DriftQuestion;
import org.overread.monitoring.plan.ReferenceWindow;
import org.overread.registry.Actor;

/**
 * Whether the watched features, the score and the outcomes are as they were in the plan's reference window, by the
 * plan's drift rule. Only whole calendar months are judged: a month that is still under way would be looked at anew
 * with each run, and raise more false alarms than the rule declares.
 */
@ApplicationScoped
class DriftChecks implements CheckSource {
    private static final Actor.Product PRODUCT = new Actor.Product("monitoring");

    /** How far back it looks to say since when. */
    private static final int MONTHS = 12;

    @Inject
    Drift drift;

    @Override
    public List<Check> checks(Watch watch) {
        var reference = watch.plan().reference();
        if (reference == null) {
            return watch.plan().features().isEmpty() ? List.of() : nothing("the plan names no reference window");
        }
        var to = watch.end().withDayOfMonth(1);
        var after = reference.to().plusDays(1);
        if (!after.isBefore(to)) {
            return nothing("no whole month has passed since the reference window");
        }
        var from = after.isBefore(to.minusMonths(MONTHS)) ? to.minusMonths(MONTHS) : after;
        var report = drift.of(
                PRODUCT,
                watch.version(),
                question(reference, from, to),
                watch.plan().drift());
        return report.windows() == null
                ? nothing("no prediction has come yet")
                : report.findings().stream()
                        .flatMap(finding ->
                                DriftCheckRule.of(finding, watch.plan().features()))
                        .toList();
    }

    private static List<Check> nothing(String why) {
        return List.of(Check.of(
                "drift", CheckKind.DRIFT, "Drift", CheckState.NO_DATA, "Drift cannot be judged: %s.".formatted(why)));
    }

    private static DriftQuestion question(ReferenceWindow reference, LocalDate from, LocalDate to) {
        return new DriftQuestion(
                start(reference.from()), start(reference.to().plusDays(1)), start(from), start(to), null);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
