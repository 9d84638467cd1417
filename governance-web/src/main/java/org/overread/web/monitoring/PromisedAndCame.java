package org.overread.web.monitoring;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.overread.monitoring.performance.ReliabilityCurves;
import org.overread.monitoring.subgroup.Reliability;
import org.overread.web.catalog.VersionPage;
import org.overread.web.chart.Chart;
import org.overread.web.chart.Curve;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** The reliability curve of a version: what its scores promise beside what came. */
@ApplicationScoped
class PromisedAndCame {
    @Inject
    ReliabilityCurves curves;

    Component of(VersionPage page, Asked asked) {
        var curve =
                curves.of(page.actor(), page.id(), asked.question(Times.zone()).window());
        if (curve.reason() != null) {
            return new Paragraph("There is no reliability curve: %s.".formatted(curve.reason()));
        }
        var drawing = new Curve(
                "Mean score",
                "Share of events",
                true,
                List.of(
                        line("Bins of equal width", curve.equalWidth()),
                        line("Parts of equal size", curve.equalMass())));
        var file = asked.file(page.id(), "reliability");
        var hidden = hidden(curve.equalWidth()) + hidden(curve.equalMass());
        return new Div(
                new Chart(drawing, sentence(curve.equalMass()), file),
                hidden == 0
                        ? new Div()
                        : Page.quiet("%d of %d bins are not drawn, since they stand for few patients."
                                .formatted(
                                        hidden,
                                        curve.equalWidth().size()
                                                + curve.equalMass().size())));
    }

    private static Curve.Line line(String name, List<Reliability.Bin> bins) {
        return new Curve.Line(
                name,
                bins.stream()
                        .filter(bin -> bin.meanScore() != null && bin.observed().value() != null)
                        .map(bin -> new Curve.Point(
                                requireNonNull(bin.meanScore()),
                                requireNonNull(bin.observed().value()),
                                bin.observed().low(),
                                bin.observed().high(),
                                bin.n()))
                        .toList());
    }

    /** In how many parts more or less came than promised, and where they lie furthest apart. */
    static String sentence(List<Reliability.Bin> parts) {
        var shown = parts.stream().filter(bin -> bin.meanScore() != null).toList();
        var furthest = shown.stream().max(Comparator.comparingDouble(PromisedAndCame::gap));
        if (furthest.isEmpty()) {
            return "Too few patients in every part to say whether what the scores promise comes.";
        }
        var fewer = shown.stream().filter(bin -> bin.side() < 0).count();
        var more = shown.stream().filter(bin -> bin.side() > 0).count();
        var words = fewer + more == 0
                ? "In none of %d parts of equal size more or fewer events came than the scores say"
                        .formatted(shown.size())
                : "Of %d parts of equal size, fewer events came than the scores say in %d, more in %d"
                        .formatted(shown.size(), fewer, more);
        return "%s; furthest apart where the scores say %s and %s came."
                .formatted(
                        words,
                        Numbers.ratio(furthest.get().meanScore()),
                        Words.interval(furthest.get().observed()));
    }

    private static double gap(Reliability.Bin bin) {
        var came = bin.observed().value();
        return bin.meanScore() == null || came == null ? 0 : Math.abs(bin.meanScore() - came);
    }

    private static long hidden(List<Reliability.Bin> bins) {
        return bins.stream().filter(bin -> bin.n() == null).count();
    }
}
