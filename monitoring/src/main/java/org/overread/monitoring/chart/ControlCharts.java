package org.overread.monitoring.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.chart.WeeklyResponses.Week;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.ShownCards;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;

/**
 * Charts how often clinicians override and accept a version's outputs, of all outputs that were shown, week by week. The
 * first weeks are what is usual: a third of all, from 4 to 12.
 */
@ApplicationScoped
@Transactional
public class ControlCharts {
    /** The same figures every time; which number it is does not matter. */
    static final long SEED = 20_250_301;

    private static final int FEWEST = RateChart.FEWEST_WEEKS;
    private static final int MOST = 12;

    /** No site has this name, so a role that is limited to a site does not reach it. */
    private static final String EVERY_SITE = "";

    @Inject
    ShownCards cards;

    @Inject
    FeedbackLog log;

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
        var place = catalog.modelFor(actor, Permission.READ_FEEDBACK, version.model())
                .place();
        actor.mustBeAllowed(Permission.READ_FEEDBACK, place.at(site == null ? EVERY_SITE : site));
        catalog.versionFor(actor, Permission.READ_FEEDBACK, version);
        return charts(version, site);
    }

    private Charts charts(ModelVersionId version, @Nullable String site) {
        var weeks = WeeklyResponses.of(
                cards.of(version, site), log.standing(version, site), Feedback.ANSWER_WITHIN, clock.instant());
        // beside what was accepted and all that was shown, what was overridden would tell of the rest
        return new Charts(
                chart(weeks, Week::overridden, weeks.stream().map(Week::rest).toList()),
                chart(weeks, Week::accepted, List.of()));
    }

    private static ShownChart chart(List<Week> weeks, Function<Week, WeekCount> counted, List<Long> derivable) {
        var counts = weeks.stream().map(counted).toList();
        return ShownChart.of(RateChart.of(counts, Math.clamp(weeks.size() / 3, FEWEST, MOST), SEED), derivable);
    }
}
