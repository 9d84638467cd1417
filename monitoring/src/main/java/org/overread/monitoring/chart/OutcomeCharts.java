package org.overread.monitoring.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Remembered;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;

/**
 * Charts what a version flags, and what comes of what it promises, each in the shortest {@link ChartPeriod} that can be
 * read. Periods are counted from the first day with predictions; the first are what is usual.
 *
 * @see "Decision 120: control charts"
 */
@ApplicationScoped
@Transactional
public class OutcomeCharts {
    private static final long MOST = 500_000;
    private static final int KEPT = 200;

    @Inject
    Catalog catalog;

    @Inject
    Cohorts cohorts;

    private final Remembered<Question, Charts> remembered = new Remembered<>(KEPT);

    private record Question(
            ModelVersionId version, @Nullable String site, double threshold, long state) {}

    /**
     * The charts of a version, small counts hidden.
     *
     * @param flagged predictions at or above the threshold, of all
     * @param outcomes events that came, of all known outcomes, against what the scores promise
     */
    public record Charts(ShownChart flagged, ShownChart outcomes) {}

    /**
     * Draws both, at the threshold the version declares; without points before the first period is over.
     *
     * @throws GovernanceException when the actor may not see the figures there. Who is limited to one site must ask for
     *     that site
     */
    public Charts of(Actor actor, ModelVersionId id, @Nullable String site) {
        var threshold = catalog.versionFor(actor, Permission.READ_PERFORMANCE, id, site)
                .declared()
                .threshold();
        return threshold == null
                ? none("needs a threshold to flag at: the version declares none")
                : remembered.get(new Question(id, site, threshold, cohorts.state(id)), this::drawn);
    }

    private Charts drawn(Question question) {
        var days = cohorts.days(question.version());
        if (days == null) {
            return none("needs predictions");
        }
        if (cohorts.stored(question.version()) > MOST) {
            return none(String.format(Locale.ROOT, "is drawn for versions of up to %,d predictions", MOST));
        }
        Function<ChartPeriod, List<ScoredPeriod>> scored = length -> scored(question, days, length);
        var weeks = scored.apply(ChartPeriod.WEEK);
        var flagged = length(weeks, ScoredPeriod::flagged);
        var events = length(weeks, ScoredPeriod::events);
        return new Charts(
                ScoredPeriod.flagged(flagged, scored.apply(flagged)),
                ScoredPeriod.outcomes(events, scored.apply(events)));
    }

    private static ChartPeriod length(List<ScoredPeriod> weeks, Function<ScoredPeriod, PeriodCount> counted) {
        return ChartPeriod.holding(weeks.stream().map(counted).toList(), List.of());
    }

    /** The periods that are over, in their order. */
    private List<ScoredPeriod> scored(Question question, Cohorts.Days days, ChartPeriod length) {
        var end = start(days.last().plusDays(1));
        return Stream.<Instant>iterate(
                        start(days.first()),
                        from -> !from.plus(length.duration()).isAfter(end),
                        from -> from.plus(length.duration()))
                .map(from -> ScoredPeriod.of(from, length, cohort(question, from, length), question.threshold()))
                .toList();
    }

    private Cohort cohort(Question question, Instant from, ChartPeriod length) {
        return cohorts.of(question.version(), new Window(from, from.plus(length.duration()), question.site()));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Charts none(String reason) {
        var chart = new ShownChart(ChartPeriod.WEEK, List.of(), null, null, null, null, reason);
        return new Charts(chart, chart);
    }
}
