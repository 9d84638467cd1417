package org.overread.monitoring.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.overread.monitoring.chart.OutcomeCharts;
import org.overread.registry.Actor;

/**
 * Whether a version flags as often as it used to, and whether what its scores promise still comes (C5), by the charts' own
 * limits. Outcomes are judged only of weeks that lie farther back than they are expected to be late: a week whose events
 * are known before its non-events would look bad.
 */
@ApplicationScoped
class OutcomeChartChecks implements CheckSource {
    private static final Actor.Product PRODUCT = new Actor.Product("monitoring");

    @Inject
    OutcomeCharts charts;

    @Override
    public List<Check> checks(Watch watch) {
        var both = charts.of(PRODUCT, watch.version(), null);
        var known = watch.labelledEnd().atStartOfDay().toInstant(ZoneOffset.UTC);
        return Stream.of(
                        ChartRule.of(ChartedRate.FLAGS, both.flagged()),
                        ChartRule.of(ChartedRate.OUTCOMES, both.outcomes().until(known)))
                .flatMap(checks -> checks)
                .toList();
    }
}
