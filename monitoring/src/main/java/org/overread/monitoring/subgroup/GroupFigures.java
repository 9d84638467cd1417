package org.overread.monitoring.subgroup;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Metric;

/**
 * The figures of one group.
 *
 * @param attribute such as {@code sex}, or {@code race × sex}; {@code overall} for the whole
 * @param value such as {@code Female}, or {@code Asian × Female}
 * @param n predictions, with or without an outcome; null when hidden
 * @param labelled predictions whose outcome is known; null when hidden
 * @param events labelled predictions whose outcome is 1; null when hidden
 * @param disclosure how much of it may be shown
 * @param figures over the labelled predictions; of a subgroup only from {@link Tier#LOW_PRECISION} up
 */
public record GroupFigures(
        String attribute,
        String value,
        @Nullable Long n,
        @Nullable Long labelled,
        @Nullable Long events,
        Tier tier,
        Disclosure disclosure,
        Figures figures) {
    public Estimate get(Metric metric) {
        return figures.get(metric);
    }

    GroupFigures with(Figures other) {
        return new GroupFigures(attribute, value, n, labelled, events, tier, disclosure, other);
    }

    GroupFigures hidden(String reason) {
        return new GroupFigures(
                attribute, value, null, null, null, Tier.SUPPRESSED, Disclosure.HIDDEN, Figures.withheld(reason));
    }
}
