package org.overread.monitoring.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackCounts;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;

/**
 * Charts how often clinicians override and accept a version's outputs, of all outputs that were shown, in the shortest
 * {@link ChartPeriod} that can be read. The first periods are what is usual.
 *
 * @see "Decision 120: control charts"
 */
@ApplicationScoped
@Transactional
public class ControlCharts {
    /** The same figures every time; which number it is does not matter. */
    static final long SEED = 20_250_301;

    @Inject
    FeedbackCounts counts;

    @Inject
    Catalog catalog;

    @Inject
    InstantSource clock;

    /**
     * The charts of a version, small counts hidden.
     *
     * @param overrides outputs that were overridden, of all that were shown
     * @param acceptances outputs that were accepted, of all that were shown
     */
    public record Charts(ShownChart overrides, ShownChart acceptances) {}

    /**
     * Draws both charts; without points when no output was shown long enough ago.
     *
     * @throws GovernanceException when the actor may not read the feedback there. Who is limited to one site must ask
     *     for that site
     */
    public Charts of(Actor actor, ModelVersionId version, @Nullable String site) {
        catalog.versionFor(actor, Permission.READ_FEEDBACK, version, site);
        return charts(version, site);
    }

    private Charts charts(ModelVersionId version, @Nullable String site) {
        var weeks = counts.weeks(version, site);
        var now = clock.instant();
        Function<ChartPeriod, List<Responses>> told =
                length -> Responses.of(length, weeks, Feedback.ANSWER_WITHIN, now);
        // beside what was accepted and all that was shown, what was overridden would tell of the rest
        return new Charts(
                chart(told, Responses::overridden, Responses::rest), chart(told, Responses::accepted, any -> 0L));
    }

    private static ShownChart chart(
            Function<ChartPeriod, List<Responses>> told,
            Function<Responses, PeriodCount> counted,
            Function<Responses, Long> derivable) {
        var weeks = told.apply(ChartPeriod.WEEK);
        var length = ChartPeriod.holding(
                weeks.stream().map(counted).toList(),
                weeks.stream().map(derivable).toList());
        var periods = told.apply(length);
        var counts = periods.stream().map(counted).toList();
        return ShownChart.of(
                RateChart.of(length, counts, length.reference(counts.size()), SEED),
                periods.stream().map(derivable).toList());
    }
}
