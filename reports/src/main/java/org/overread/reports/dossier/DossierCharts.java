package org.overread.reports.dossier;

import static java.util.stream.Collectors.groupingBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.overread.reports.document.Block;
import org.overread.reports.document.IntervalChart;
import org.overread.reports.document.IntervalChart.Bar;
import org.overread.reports.document.Section;
import org.overread.reports.dossier.GateOutcome.ReadFigure;
import org.overread.reports.dossier.SeenEvidence.ToldFigure;

/** A chart for each figure that the policy judges group by group. */
final class DossierCharts {
    private DossierCharts() {}

    /** Empty when there is nothing to draw: fewer than two groups with an interval. */
    static Optional<Section> of(Dossier dossier) {
        var charts = dossier.criteria().stream()
                .flatMap(criterion -> criterion.readings().stream())
                .map(ReadFigure::figure)
                .filter(figure -> figure.attribute() != null && drawable(figure))
                .distinct()
                .collect(groupingBy(
                        figure -> figure.title() + " by " + figure.attribute(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .filter(chart -> chart.getValue().size() > 1)
                .map(chart -> (Block) chart(chart.getKey(), chart.getValue()))
                .toList();
        return charts.isEmpty() ? Optional.empty() : Optional.of(new Section("Charts", charts));
    }

    private static IntervalChart chart(String title, List<ToldFigure> groups) {
        return new IntervalChart(
                title,
                "Group",
                groups.getFirst().title(),
                groups.stream().map(DossierCharts::bar).toList());
    }

    private static boolean drawable(ToldFigure figure) {
        return figure.value() != null && figure.low() != null && figure.high() != null;
    }

    private static Bar bar(ToldFigure figure) {
        return new Bar(
                Objects.requireNonNullElse(figure.group(), ""),
                Objects.requireNonNull(figure.value()),
                Objects.requireNonNull(figure.low()),
                Objects.requireNonNull(figure.high()));
    }
}
