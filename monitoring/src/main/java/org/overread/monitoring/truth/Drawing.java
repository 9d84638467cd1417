package org.overread.monitoring.truth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.comparison.Comparisons;
import org.overread.monitoring.drift.Drift;
import org.overread.monitoring.drift.DriftQuestion;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.DriftRule;
import org.overread.monitoring.drift.DriftWindows;
import org.overread.monitoring.drift.Period;
import org.overread.monitoring.estimate.Estimated;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.ReferenceWindow;
import org.overread.monitoring.plan.Sightings;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.truth.PerformanceFacts.Windows;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Catalog;

/** Draws what a version's data say: over all time, since its reference window, and beside the version before it. */
@ApplicationScoped
class Drawing {
    private static final Actor.Product PRODUCT = new Actor.Product("truths");
    private static final double ANY = 0.5;

    /** Of more predictions only the latest quarter is compared case by case, since both versions are held in memory. */
    private static final long MANY = 2_000_000;

    private static final int QUARTER = 90;
    private static final int MOST_ATTRIBUTES = 10;

    @Inject
    Catalog catalog;

    @Inject
    Drift drift;

    @Inject
    Performance performance;

    @Inject
    Cohorts cohorts;

    @Inject
    Sightings sightings;

    @Inject
    Comparisons comparisons;

    /**
     * @param plan the one in force; null without one
     * @param before the versions before it that have data, the newest first
     */
    List<Fact> facts(ModelVersionId version, @Nullable MonitoringPlan plan, List<ModelVersionId> before) {
        var rule = plan == null ? DriftRule.DEFAULT : plan.drift();
        var report = drift.of(PRODUCT, version, question(plan == null ? null : plan.reference()), rule);
        var windows = report.windows();
        if (windows == null) {
            return List.of();
        }
        var all = evaluation(version, null, null, List.of());
        var times = times(version, windows);
        var facts = new ArrayList<Fact>();
        PerformanceFacts.of(all, times).forEach(facts::add);
        GroupFacts.of(times.reference(), times.since()).forEach(facts::add);
        if (all.rows() != null && all.rows() <= MANY) {
            OutcomeFacts.of(estimated(version, windows)).forEach(facts::add);
        }
        FeedFacts.of(sightings.sites(version)).forEach(facts::add);
        DriftFacts.of(report).forEach(facts::add);
        comparison(version, before, compared(all, report)).forEach(facts::add);
        return facts;
    }

    private Windows times(ModelVersionId version, DriftWindows windows) {
        var attributes = performance.attributes(PRODUCT, version).stream()
                .limit(MOST_ATTRIBUTES)
                .toList();
        var current = windows.current();
        var latest = current.to().minus(Windows.LATEST_DAYS, ChronoUnit.DAYS);
        return new Windows(
                evaluation(
                        version, windows.reference().from(), windows.reference().to(), attributes),
                evaluation(version, current.from(), current.to(), attributes),
                latest.isAfter(current.from()) ? evaluation(version, latest, current.to(), List.of()) : null);
    }

    /** What to expect of the time since the reference window, as that taught it. */
    private Estimated estimated(ModelVersionId version, DriftWindows windows) {
        return Estimated.of(
                cohorts.of(version, window(windows.reference())),
                cohorts.of(version, window(windows.current())),
                threshold(version));
    }

    private static Window window(Period period) {
        return new Window(period.from(), period.to(), null);
    }

    private Stream<Fact> comparison(ModelVersionId version, List<ModelVersionId> before, Window window) {
        return before.stream()
                .flatMap(other -> ComparisonFacts.of(
                        version.version(), other.version(), comparisons.ranking(PRODUCT, version, other, window)))
                .findFirst()
                .stream();
    }

    private static Window compared(Evaluation all, DriftReport report) {
        var windows = report.windows();
        return all.rows() == null || all.rows() <= MANY || windows == null
                ? Window.ALL
                : new Window(windows.current().to().minus(QUARTER, ChronoUnit.DAYS), null, null);
    }

    private Evaluation evaluation(
            ModelVersionId version, @Nullable Instant from, @Nullable Instant to, List<String> by) {
        return performance.of(PRODUCT, version, new PerformanceQuestion(from, to, by, false, threshold(version), null));
    }

    private double threshold(ModelVersionId version) {
        return Optional.ofNullable(catalog.version(PRODUCT, version).declared().threshold())
                .orElse(ANY);
    }

    private static DriftQuestion question(@Nullable ReferenceWindow reference) {
        return reference == null
                ? DriftQuestion.DEFAULT
                : new DriftQuestion(
                        start(reference.from()), start(reference.to().plusDays(1)), null, null, null);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
