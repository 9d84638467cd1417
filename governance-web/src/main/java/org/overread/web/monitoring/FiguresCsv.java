package org.overread.web.monitoring;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.web.shell.Csv;

/** The shown figures as lines of a file, unrounded; what is hidden on the screen is hidden here. */
final class FiguresCsv {
    private FiguresCsv() {}

    static Csv of(Evaluation shown, List<Metric> metrics) {
        var csv = new Csv(
                "attribute",
                "group",
                "n",
                "events",
                "tier",
                "threshold",
                "figure",
                "value",
                "low",
                "high",
                "rests_on",
                "method",
                "reason");
        Stream.concat(Stream.of(shown.overall()), shown.subgroups().stream())
                .forEach(group -> metrics.forEach(metric -> line(csv, shown, group, metric)));
        return csv;
    }

    private static void line(Csv csv, Evaluation shown, GroupFigures group, Metric metric) {
        var estimate = group.get(metric);
        csv.line(
                group.attribute(),
                group.value(),
                words(group.n()),
                words(group.events()),
                group.tier().name(),
                words(shown.threshold()),
                metric.key(),
                words(estimate.value()),
                words(estimate.low()),
                words(estimate.high()),
                words(estimate.n()),
                words(estimate.method()),
                words(estimate.reason()));
    }

    private static String words(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
