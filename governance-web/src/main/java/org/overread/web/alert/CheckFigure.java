package org.overread.web.alert;

import java.util.List;
import org.overread.monitoring.check.Check;
import org.overread.web.chart.Chart;
import org.overread.web.chart.Trend;

/** The figure of a check, window by window, with its limit. */
public final class CheckFigure {
    private CheckFigure() {}

    /** Only of a check that has a figure. */
    public static Chart of(Check check, String file) {
        var points = check.points().stream()
                .map(point -> new Trend.Point(
                        point.from().toString(), point.value(), point.low(), point.high(), point.n(), "", false))
                .toList();
        var limit = check.limit();
        return new Chart(
                new Trend(
                        check.title(),
                        "95 % interval",
                        false,
                        points,
                        limit == null ? List.of() : List.of(new Trend.Level("limit", limit)),
                        List.of()),
                check.sentence(),
                file);
    }
}
