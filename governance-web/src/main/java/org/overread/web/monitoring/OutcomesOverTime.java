package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.overread.monitoring.chart.OutcomeCharts;
import org.overread.web.catalog.VersionPage;
import org.overread.web.chart.RateOverTime;
import org.overread.web.shell.FileName;
import org.overread.web.shell.Page;

/** Whether a version flags as often as it used to, and whether as much comes of what its scores promise. */
@ApplicationScoped
class OutcomesOverTime {
    @Inject
    OutcomeCharts charts;

    Component of(VersionPage page, Asked asked) {
        var drawn = charts.of(page.actor(), page.id(), asked.site());
        return Page.section(
                "Whether that changes over time",
                new Div(
                        new RateOverTime("Flag rate", "predictions", drawn.flagged(), file(page, "flag-rate", asked)),
                        new RateOverTime(
                                "Event rate", "known outcomes", drawn.outcomes(), file(page, "outcomes", asked)),
                        Page.quiet(
                                "At the declared threshold, over all time. The limits of the event rate follow what the"
                                        + " scores promise of the very patients, so that sicker patients are no signal;"
                                        + " periods of which fewer than 80 % of outcomes are known are not judged.")));
    }

    private static String file(VersionPage page, String what, Asked asked) {
        return FileName.of(page.id(), what, asked.site(), null, null) + ".csv";
    }
}
