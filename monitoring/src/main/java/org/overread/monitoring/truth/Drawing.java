package org.overread.monitoring.truth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
import org.overread.monitoring.plan.AttributePair;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.ReferenceWindow;
import org.overread.monitoring.plan.Sightings;
import org.overread.monitoring.plan.SiteDays;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.truth.Fact.Weight;
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
    private static final int MOST_PAIRED = 5;
    private static final int MOST_SITES = 20;
    private static final String SITE = "site";

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
        var report = drift.of(PRODUCT, version, question(plan == null ? null : plan.reference(), null), rule);
        var windows = report.windows();
        if (windows == null) {
            return List.of();
        }
        var all = evaluation(version, null, null, List.of());
        var times = times(version, windows);
        var facts = new ArrayList<Fact>();
        PerformanceFacts.of(all, times).forEach(facts::add);
        groups(version, windows, times).forEach(facts::add);
        if (all.rows() != null && all.rows() <= MANY) {
            OutcomeFacts.of(estimated(version, windows)).forEach(facts::add);
        }
        FeedFacts.of(sightings.sites(version)).forEach(facts::add);
        columns(version, plan, report).forEach(facts::add);
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

    /** Site by site only where a column is a concern: every prediction is read once more. */
    private Stream<Fact> columns(ModelVersionId version, @Nullable MonitoringPlan plan, DriftReport report) {
        var facts = DriftFacts.of(report).toList();
        var sites = sightings.sites(version);
        if (sites.size() < 2
                || sites.size() > MOST_SITES
                || facts.stream().noneMatch(fact -> fact.weight() == Weight.CONCERN)) {
            return facts.stream();
        }
        var bySite = new TreeMap<String, DriftReport>();
        sites.forEach(site -> bySite.put(
                site.site(),
                drift.of(
                        PRODUCT,
                        version,
                        question(plan == null ? null : plan.reference(), site.site()),
                        report.rule())));
        return DriftFacts.of(report, bySite);
    }

    private Stream<Fact> groups(ModelVersionId version, DriftWindows windows, Windows times) {
        return GroupFacts.of(
                split(version, times.reference(), windows.reference()),
                split(version, times.since(), windows.current()));
    }

    /**
     * The same with every site, and with what two attributes share, as groups besides. Each is asked for by itself: asked
     * for together, small pairs would hide groups of single attributes.
     */
    private @Nullable Evaluation split(ModelVersionId version, @Nullable Evaluation whole, Period period) {
        if (whole == null) {
            return null;
        }
        var groups = new ArrayList<>(whole.subgroups());
        var attributes = performance.attributes(PRODUCT, version);
        if (!attributes.contains(SITE)) {
            groups.addAll(sites(version, period));
        }
        if (attributes.size() > 1) {
            pairs(version, period, attributes).forEach(groups::add);
        }
        return new Evaluation(
                whole.rows(),
                whole.labelled(),
                whole.positives(),
                whole.threshold(),
                whole.overall(),
                groups,
                whole.pooled(),
                whole.disparities());
    }

    private List<GroupFigures> sites(ModelVersionId version, Period period) {
        return sightings.sites(version).stream()
                .sorted(Comparator.comparing(SiteDays::days).reversed())
                .limit(MOST_SITES)
                .map(site -> site(version, period, site.site()))
                .toList();
    }

    private GroupFigures site(ModelVersionId version, Period period, String site) {
        var figures = performance
                .of(
                        PRODUCT,
                        version,
                        new PerformanceQuestion(period.from(), period.to(), List.of(), false, threshold(version), site))
                .overall();
        return new GroupFigures(
                SITE,
                site,
                figures.n(),
                figures.labelled(),
                figures.events(),
                figures.tier(),
                figures.disclosure(),
                figures.figures());
    }

    private Stream<GroupFigures> pairs(ModelVersionId version, Period period, List<String> attributes) {
        var question = new PerformanceQuestion(
                period.from(),
                period.to(),
                attributes.stream().limit(MOST_PAIRED).toList(),
                true,
                threshold(version),
                null);
        return performance.of(PRODUCT, version, question).subgroups().stream()
                .filter(group -> group.attribute().contains(AttributePair.TIMES));
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

    private static DriftQuestion question(@Nullable ReferenceWindow reference, @Nullable String site) {
        return reference == null
                ? new DriftQuestion(null, null, null, null, site)
                : new DriftQuestion(
                        start(reference.from()), start(reference.to().plusDays(1)), null, null, site);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
