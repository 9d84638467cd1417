package org.overread.monitoring.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.check.LimitRule.Judged;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.WindowRule.Days;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.registry.Actor;
import org.overread.registry.catalog.Catalog;

/** Judges the limits of the plan, overall and group by group. Small groups are hidden before it sees them. */
@ApplicationScoped
class PerformanceChecks implements CheckSource {
    private static final Actor.Product PRODUCT = new Actor.Product("monitoring");

    /** How far back it looks to say since when. */
    private static final int LOOK_BACK = 12;

    @Inject
    Performance performance;

    @Inject
    Catalog catalog;

    /** One window with all its figures. */
    private record Measured(Days days, Evaluation evaluation) {
        Judged of(@Nullable String attribute, @Nullable String value) {
            return new Judged(days, figures(attribute, value));
        }

        private @Nullable GroupFigures figures(@Nullable String attribute, @Nullable String value) {
            if (attribute == null) {
                return evaluation.overall();
            }
            return evaluation.subgroups().stream()
                    .filter(group ->
                            group.attribute().equals(attribute) && group.value().equals(value))
                    .findFirst()
                    .orElse(null);
        }
    }

    @Override
    public List<Check> checks(Watch watch) {
        var limits = watch.plan().limits();
        if (limits.isEmpty()) {
            return List.of();
        }
        var known = performance.attributes(PRODUCT, watch.version());
        var by = limits.stream()
                .map(Limit::eachOf)
                .filter(Objects::nonNull)
                .distinct()
                .filter(known::contains)
                .toList();
        var rule = watch.plan().windows();
        var windows = rule.last(Math.max(rule.of(), LOOK_BACK), watch.labelledEnd()).stream()
                .map(days -> measured(watch, days, by))
                .toList();
        var together = measured(
                watch,
                new Days(
                        windows.get(windows.size() - rule.of()).days().from(),
                        windows.getLast().days().to()),
                by);
        return limits.stream()
                .flatMap(limit -> checks(watch, limit, windows, together))
                .toList();
    }

    private static Stream<Check> checks(Watch watch, Limit limit, List<Measured> windows, Measured together) {
        var rule = new LimitRule(limit, watch.plan().windows());
        var attribute = limit.eachOf();
        if (attribute == null) {
            return Stream.of(one(rule, limit, null, windows, together));
        }
        var all = new ArrayList<List<GroupFigures>>();
        all.add(together.evaluation().subgroups());
        windows.forEach(window -> all.add(window.evaluation().subgroups()));
        var values = LimitRule.values(all, attribute);
        if (values.isEmpty()) {
            var title = "%s in every group of %s".formatted(limit.metric().label(), attribute);
            return Stream.of(Check.of(
                    key(limit, ""),
                    CheckKind.PERFORMANCE,
                    title,
                    CheckState.NO_DATA,
                    title + " cannot be judged: no prediction names " + attribute + "."));
        }
        return values.stream().map(value -> one(rule, limit, value, windows, together));
    }

    private static Check one(
            LimitRule rule, Limit limit, @Nullable String value, List<Measured> windows, Measured together) {
        var attribute = limit.eachOf();
        var title = attribute == null
                ? limit.metric().label()
                : "%s in %s %s".formatted(limit.metric().label(), attribute, value);
        return rule.check(
                key(limit, value),
                title,
                windows.stream().map(window -> window.of(attribute, value)).toList(),
                together.of(attribute, value));
    }

    private static String key(Limit limit, @Nullable String value) {
        var whom = limit.eachOf() == null ? "" : ":" + limit.eachOf() + "=" + value;
        return "performance:" + limit.metric().key() + ":" + limit.side().name().toLowerCase(java.util.Locale.ROOT)
                + whom;
    }

    private Measured measured(Watch watch, Days days, List<String> by) {
        var threshold = catalog.version(PRODUCT, watch.version()).declared().threshold();
        var question = new PerformanceQuestion(
                start(days.from()),
                start(days.to()),
                by,
                false,
                threshold == null ? Double.valueOf(0.5) : threshold,
                null);
        return new Measured(days, performance.of(PRODUCT, watch.version(), question));
    }

    private static java.time.Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
