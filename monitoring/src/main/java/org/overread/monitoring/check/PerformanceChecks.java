package org.overread.monitoring.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.overread.monitoring.check.CauseRule.Finding;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.plan.AttributePair;
import org.overread.monitoring.plan.WindowRule.Days;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.registry.Actor;
import org.overread.registry.catalog.Catalog;

/**
 * Judges the limits of the plan, overall, group by group, and for the groups of declared pairs, and tells one cause once.
 * Small groups are hidden before it sees them.
 */
@ApplicationScoped
class PerformanceChecks implements CheckSource {
    private static final Actor.Product PRODUCT = new Actor.Product("monitoring");

    @Inject
    Performance performance;

    @Inject
    Catalog catalog;

    @Override
    public List<Check> checks(Watch watch) {
        if (watch.plan().limits().isEmpty()) {
            return List.of();
        }
        var known = performance.attributes(PRODUCT, watch.version());
        var limits = GroupLimit.all(watch.plan()).toList();
        var by = limits.stream()
                .filter(limit -> limit.pair() == null)
                .flatMap(limit -> Stream.ofNullable(limit.attribute()))
                .filter(known::contains)
                .distinct()
                .toList();
        var singly = measured(watch, by, false);
        var pairs = new HashMap<AttributePair, MeasuredWindows>();
        return CauseRule.toldOnce(limits.stream()
                .flatMap(limit -> findings(watch, limit, of(watch, limit, known, singly, pairs)))
                .toList());
    }

    /** A pair is asked for by itself: asked for together, small pairs would hide groups of single attributes. */
    private MeasuredWindows of(
            Watch watch,
            GroupLimit limit,
            List<String> known,
            MeasuredWindows singly,
            Map<AttributePair, MeasuredWindows> pairs) {
        var pair = limit.pair();
        if (pair == null || !known.contains(pair.first()) || !known.contains(pair.second())) {
            return singly;
        }
        return pairs.computeIfAbsent(pair, asked -> measured(watch, List.of(asked.first(), asked.second()), true));
    }

    private static Stream<Finding> findings(Watch watch, GroupLimit limit, MeasuredWindows windows) {
        var rule = new LimitRule(limit.limit(), watch.plan().windows());
        var attribute = limit.attribute();
        if (attribute == null) {
            return Stream.of(finding(rule, limit.group(null), windows));
        }
        var values = windows.values(attribute);
        return values.isEmpty()
                ? Stream.of(nothing(limit, attribute))
                : values.stream().map(value -> finding(rule, limit.group(value), windows));
    }

    private static Finding nothing(GroupLimit limit, String attribute) {
        var figures = "%s in every group of %s".formatted(limit.limit().metric().label(), attribute);
        var group = limit.group(null);
        return new Finding(
                group,
                List.of(),
                Check.of(
                        group.key(),
                        CheckKind.PERFORMANCE,
                        figures + ", " + WatchedGroup.side(limit.limit()),
                        CheckState.NO_DATA,
                        figures + " cannot be judged: no prediction names " + attribute + "."));
    }

    private static Finding finding(LimitRule rule, WatchedGroup group, MeasuredWindows windows) {
        var longer = windows.together(group.limit(), group.value());
        var check = rule.check(group, windows.judged(group.limit(), group.value()), longer);
        return new Finding(group, longer, check);
    }

    private MeasuredWindows measured(Watch watch, List<String> by, boolean pairs) {
        var threshold = catalog.version(PRODUCT, watch.version()).declared().threshold();
        return MeasuredWindows.of(
                watch.plan().windows(),
                watch.labelledEnd(),
                days -> figures(watch, days, by, pairs, threshold == null ? 0.5 : threshold));
    }

    private Evaluation figures(Watch watch, Days days, List<String> by, boolean pairs, double threshold) {
        return performance.of(
                PRODUCT,
                watch.version(),
                new PerformanceQuestion(start(days.from()), start(days.to()), by, pairs, threshold, null));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
