package org.overread.monitoring.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.overread.monitoring.chart.ControlCharts;
import org.overread.registry.Actor;

/** Whether clinicians override and accept the outputs as they used to (C5), by the charts' own limits. */
@ApplicationScoped
class ChartChecks implements CheckSource {
    private static final Actor.Product PRODUCT = new Actor.Product("monitoring");

    @Inject
    ControlCharts charts;

    @Override
    public List<Check> checks(Watch watch) {
        var both = charts.of(PRODUCT, watch.version(), null);
        return Stream.of(
                        ChartRule.of(ChartedRate.OVERRIDES, both.overrides()),
                        ChartRule.of(ChartedRate.ACCEPTANCES, both.acceptances()))
                .flatMap(checks -> checks)
                .toList();
    }
}
