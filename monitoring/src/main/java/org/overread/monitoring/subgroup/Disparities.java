package org.overread.monitoring.subgroup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Comparison;
import org.overread.monitoring.metric.Confusion;
import org.overread.monitoring.metric.FalseDiscovery;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.metric.Proportion;

/** Compares each group of an attribute with its reference group. */
final class Disparities {
    private static final double FALSE_DISCOVERY_RATE = 0.05;
    private static final List<Metric> COMPARED = List.of(
            Metric.AUROC,
            Metric.SENSITIVITY,
            Metric.SPECIFICITY,
            Metric.PPV,
            Metric.NPV,
            Metric.FLAG_RATE,
            Metric.PREVALENCE);

    private Disparities() {}

    static List<Disparity> of(List<GroupFigures> groups) {
        var byAttribute = new LinkedHashMap<String, List<GroupFigures>>();
        groups.forEach(group -> byAttribute
                .computeIfAbsent(group.attribute(), any -> new ArrayList<>())
                .add(group));
        return byAttribute.values().stream()
                .flatMap(values -> within(values).stream())
                .toList();
    }

    private static List<Disparity> within(List<GroupFigures> groups) {
        var reference = groups.stream()
                .filter(group -> group.tier() == Tier.FULL)
                .max(Comparator.comparing(group -> group.n() == null ? 0 : group.n()));
        return reference.stream()
                .flatMap(best -> COMPARED.stream().flatMap(metric -> compared(groups, best, metric).stream()))
                .toList();
    }

    private static List<Disparity> compared(List<GroupFigures> groups, GroupFigures reference, Metric metric) {
        var comparisons = new LinkedHashMap<GroupFigures, Comparison>();
        for (var group : groups) {
            var comparison = group == reference ? null : comparison(group.figures(), reference.figures(), metric);
            if (comparison != null) {
                comparisons.put(group, comparison);
            }
        }
        var discovered = discovered(comparisons);
        return comparisons.entrySet().stream()
                .map(entry -> disparity(
                        entry.getKey(), reference, metric, entry.getValue(), discovered.contains(entry.getKey())))
                .toList();
    }

    private static Disparity disparity(
            GroupFigures group, GroupFigures reference, Metric metric, Comparison comparison, boolean discovered) {
        return new Disparity(
                group.attribute(),
                metric,
                reference.value(),
                group.value(),
                comparison.difference(),
                comparison.ratio(),
                comparison.pValue(),
                discovered);
    }

    /** The groups that differ, of those that can be judged. */
    private static Set<GroupFigures> discovered(Map<GroupFigures, Comparison> comparisons) {
        var family = new LinkedHashMap<GroupFigures, Double>();
        comparisons.forEach((group, comparison) -> {
            var p = comparison.pValue();
            if (group.tier() == Tier.FULL && p != null) {
                family.put(group, p);
            }
        });
        var groups = List.copyOf(family.keySet());
        var adjusted = FalseDiscovery.adjusted(
                family.values().stream().mapToDouble(Double::doubleValue).toArray());
        return IntStream.range(0, adjusted.length)
                .filter(i -> adjusted[i] <= FALSE_DISCOVERY_RATE)
                .mapToObj(groups::get)
                .collect(Collectors.toSet());
    }

    private static @Nullable Comparison comparison(Figures group, Figures reference, Metric metric) {
        if (metric == Metric.AUROC) {
            return group.auroc() == null || reference.auroc() == null
                    ? null
                    : group.auroc().against(reference.auroc());
        }
        return group.confusion() == null || reference.confusion() == null
                ? null
                : proportion(group.confusion(), metric).against(proportion(reference.confusion(), metric));
    }

    private static Proportion proportion(Confusion table, Metric metric) {
        return switch (metric) {
            case SENSITIVITY -> table.sensitivity();
            case SPECIFICITY -> table.specificity();
            case PPV -> table.ppv();
            case NPV -> table.npv();
            case FLAG_RATE -> table.flagRate();
            case PREVALENCE -> table.prevalence();
            default -> throw new IllegalArgumentException(metric + " is no proportion");
        };
    }
}
