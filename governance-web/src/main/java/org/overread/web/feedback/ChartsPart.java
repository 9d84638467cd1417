package org.overread.web.feedback;

import com.vaadin.flow.component.html.Div;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.overread.monitoring.chart.ControlCharts;
import org.overread.web.chart.RateOverTime;
import org.overread.web.shell.Page;

/** Whether clinicians override and accept as they used to: a chart of each, and in words what stands out. */
final class ChartsPart extends Div {
    private static final long serialVersionUID = 1L;
    private static final String SHOWN = "outputs shown";

    /** @param file what a file of such numbers is called */
    ChartsPart(ControlCharts.Charts charts, UnaryOperator<String> file) {
        add(Page.section(
                "Whether that changes",
                none(charts)
                        ? Page.empty(
                                "No week is over yet in which outputs were shown.",
                                "A week is charted once every output of it has had its time to be answered.")
                        : new Div(
                                new RateOverTime("Override rate", SHOWN, charts.overrides(), file.apply("overrides")),
                                new RateOverTime(
                                        "Acceptance rate", SHOWN, charts.acceptances(), file.apply("acceptances")))));
    }

    /** Whether no week is over; where some are but no longer period is, the charts say what they lack. */
    private static boolean none(ControlCharts.Charts charts) {
        return Stream.of(charts.overrides(), charts.acceptances())
                .allMatch(chart -> chart.period().weeks() == 1 && chart.points().isEmpty());
    }
}
