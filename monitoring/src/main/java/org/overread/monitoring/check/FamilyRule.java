package org.overread.monitoring.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.FalseDiscovery;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.Limit.Reading;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Tier;

/**
 * Judges all groups of an attribute, or of a pair of attributes, under one limit in one window. Twenty groups are twenty
 * chances of a false alarm, so a group breaks the limit only where its p-value, corrected over the groups that can be
 * judged ({@link FalseDiscovery}), is at most {@value #RATE}. The p-value is that of the interval turned round: {@code z = 1.96·(limit − value)/(bound − value)}, two-sided, with the bound that lies towards the limit.
 * So a group by itself breaks a limit exactly when its whole 95 % interval lies beyond.
 */
final class FamilyRule {
    private static final double RATE = 0.05;
    private static final double Z = 1.959963984540054;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Limit limit;

    private FamilyRule(Limit limit) {
        this.limit = limit;
    }

    /** The readings of the groups that can be judged, by their value; who is not there cannot. */
    static Map<String, Reading> readings(Limit limit, List<GroupFigures> groups) {
        return new FamilyRule(limit).readings(groups);
    }

    private Map<String, Reading> readings(List<GroupFigures> groups) {
        var judged = groups.stream()
                .filter(group -> group.tier() == Tier.FULL && limit.read(group.get(limit.metric())) != Reading.UNKNOWN)
                .toList();
        var alert = adjusted(judged, group -> pValue(group.get(limit.metric()), limit.alert()));
        var warning = limit.warning();
        var warned = warning == null
                ? Map.<GroupFigures, Double>of()
                : adjusted(judged, group -> pValue(group.get(limit.metric()), warning));
        var readings = new HashMap<String, Reading>();
        for (var group : judged) {
            readings.put(
                    group.value(),
                    alert.getOrDefault(group, 1.0) <= RATE
                            ? Reading.BROKEN
                            : warned.getOrDefault(group, 1.0) <= RATE ? Reading.WARNED : Reading.KEPT);
        }
        return readings;
    }

    /** The p-values corrected over the family. */
    static <T> Map<T, Double> adjusted(List<T> family, ToDoubleFunction<T> pValue) {
        var p = FalseDiscovery.adjusted(family.stream().mapToDouble(pValue).toArray());
        var adjusted = new HashMap<T, Double>();
        for (int i = 0; i < p.length; i++) {
            adjusted.put(family.get(i), p[i]);
        }
        return adjusted;
    }

    /** 1 on the right side of the bound. */
    private double pValue(Estimate estimate, double bound) {
        var value = estimate.value();
        var low = estimate.low();
        var high = estimate.high();
        if (value == null || low == null || high == null) {
            return 1;
        }
        double beyond = switch (limit.side()) {
            case FLOOR -> bound - value;
            case CEILING -> value - bound;
        };
        double width = switch (limit.side()) {
            case FLOOR -> high - value;
            case CEILING -> value - low;
        };
        if (beyond <= 0) {
            return 1;
        }
        return width <= 0 ? 0 : 2 * NORMAL.survivalProbability(Z * beyond / width);
    }
}
