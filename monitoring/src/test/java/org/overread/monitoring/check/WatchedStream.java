package org.overread.monitoring.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.alert.AlertServices;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.alert.InMemoryAlerts;
import org.overread.monitoring.chart.ChartServices;
import org.overread.monitoring.drift.DriftBasis;
import org.overread.monitoring.drift.DriftServices;
import org.overread.monitoring.drift.FeatureHistory;
import org.overread.monitoring.drift.FeatureTally;
import org.overread.monitoring.drift.Observed;
import org.overread.monitoring.drift.PatientRows;
import org.overread.monitoring.drift.Period;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Question;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.testing.RecordingAuditTrail;

/**
 * A plan that is followed over a stream of cases, run after run, with the checks and the alerts of the product on figures
 * computed from what is known at the moment of each run.
 */
final class WatchedStream {
    private static final ModelVersionId VERSION = new ModelVersionId("sepsis", 2);
    private static final Actor.Product PRODUCT = new Actor.Product("monitoring");

    private final List<WardCase> cases;
    private final MonitoringPlan plan;
    private final double threshold;
    private final InMemoryAlerts log = new InMemoryAlerts();
    private final Alerts alerts;
    private final List<CheckSource> sources;
    private Instant now = Instant.EPOCH;

    WatchedStream(List<WardCase> cases, MonitoringPlan plan, double threshold) {
        this.cases = cases.stream().sorted(Comparator.comparing(WardCase::at)).toList();
        this.plan = plan;
        this.threshold = threshold;
        var catalog =
                CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 2).catalog();
        alerts = AlertServices.alerts(catalog, log, new RecordingAuditTrail(), () -> now);
        sources = List.of(performance(catalog), drift(catalog), features(), charts(catalog));
    }

    /** What a run raised, and when. */
    record Raised(LocalDate on, AlertFile alert) {}

    /** Runs on the third of each month from the first to the last. */
    List<Raised> follow(LocalDate first, LocalDate last) {
        var raised = new ArrayList<Raised>();
        for (var day = first.withDayOfMonth(3); !day.isAfter(last); day = day.plusMonths(1)) {
            now = SyntheticWard.morning(day);
            var on = day;
            alerts.apply(PRODUCT, VERSION, plan, checks()).stream()
                    .map(Alert::file)
                    .map(file -> new Raised(on, file))
                    .forEach(raised::add);
        }
        return raised;
    }

    List<Check> checks() {
        var newest = until(now).getLast().at();
        var watch = new Watch(VERSION, plan, Instant.EPOCH, newest, true, now);
        return sources.stream().flatMap(source -> source.checks(watch).stream()).toList();
    }

    private List<WardCase> until(Instant time) {
        return cases.subList(0, index(time));
    }

    private int index(Instant time) {
        int low = 0;
        int high = cases.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cases.get(middle).at().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<WardCase> between(@Nullable Instant from, @Nullable Instant to) {
        var end = to == null || to.isAfter(now) ? now : to;
        int first = from == null ? 0 : index(from);
        return cases.subList(first, Math.max(first, index(end)));
    }

    private PerformanceChecks performance(Catalog catalog) {
        var checks = new PerformanceChecks();
        checks.catalog = catalog;
        checks.performance = new Measured();
        return checks;
    }

    private DriftChecks drift(Catalog catalog) {
        var checks = new DriftChecks();
        checks.drift = DriftServices.drift(catalog, new History(), this::patients);
        return checks;
    }

    private OutcomeChartChecks charts(Catalog catalog) {
        var checks = new OutcomeChartChecks();
        checks.charts = ChartServices.outcomes(catalog, new Kept());
        return checks;
    }

    private FeatureChecks features() {
        var checks = new FeatureChecks();
        checks.counts = this::counted;
        return checks;
    }

    private List<FeatureCount> counted(
            ModelVersionId version, List<WatchedFeature> features, LocalDate from, LocalDate to) {
        var window = between(start(from), start(to));
        return features.stream()
                .map(feature -> {
                    var values = window.stream()
                            .map(each -> each.features().get(feature.name()))
                            .filter(java.util.Objects::nonNull)
                            .toList();
                    var wrong = values.stream()
                            .filter(value -> !feature.allows(value))
                            .count();
                    return new FeatureCount(feature.name(), values.size(), window.size() - values.size(), wrong);
                })
                .toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Figures of what was sent, with the outcomes that are known now. */
    private final class Measured extends Performance {
        private record Asked(
                @Nullable Instant from, @Nullable Instant to, long known) {}

        private final Map<Asked, Cohort> cohorts = new HashMap<>();

        @Override
        public Evaluation of(Actor actor, ModelVersionId version, PerformanceQuestion question) {
            var window = between(question.from(), question.to());
            long known =
                    window.stream().filter(each -> !each.knownAt().isAfter(now)).count();
            var cohort =
                    cohorts.computeIfAbsent(new Asked(question.from(), question.to(), known), asked -> cohort(window));
            return SmallCells.applyTo(Evaluation.of(cohort, new Question(threshold, question.by(), question.pairs())));
        }

        @Override
        public List<String> attributes(Actor actor, ModelVersionId version) {
            return List.copyOf(attributeNames());
        }
    }

    private SortedSet<String> attributeNames() {
        return new TreeSet<>(cases.getFirst().groups().keySet());
    }

    private Cohort cohort(List<WardCase> window) {
        var rows = Cohort.builder();
        window.forEach(each -> rows.add(
                each.score(),
                each.knownAt().isAfter(now) ? Cohort.UNKNOWN : each.outcome(),
                each.patient(),
                rows.slice(each.groups())));
        return rows.build();
    }

    /** What was sent, with the outcomes that are known now. */
    private final class Kept implements Cohorts {
        @Override
        public Cohort of(ModelVersionId version, Window window) {
            return cohort(between(window.from(), window.to()));
        }

        @Override
        public SortedSet<String> attributes(ModelVersionId version) {
            return attributeNames();
        }

        @Override
        public Days days(ModelVersionId version) {
            return new Days(day(cases.getFirst()), day(until(now).getLast()));
        }

        @Override
        public long stored(ModelVersionId version) {
            return until(now).size();
        }

        @Override
        public long state(ModelVersionId version) {
            return now.getEpochSecond();
        }

        private LocalDate day(WardCase each) {
            return LocalDate.ofInstant(each.at(), ZoneOffset.UTC);
        }
    }

    private void patients(ModelVersionId version, Period period, @Nullable String site, PatientRows.Reader reader) {
        for (var each : between(period.from(), period.to())) {
            if (!reader.see(
                    each.patient(),
                    each.features(),
                    each.score(),
                    each.knownAt().isAfter(now) ? null : Integer.valueOf(each.outcome()))) {
                return;
            }
        }
    }

    private final class History implements FeatureHistory {
        @Override
        public Observed of(ModelVersionId version, List<Period> periods, @Nullable String site) {
            var tally = new FeatureTally(periods.size());
            for (int i = 0; i < periods.size(); i++) {
                for (var each : between(periods.get(i).from(), periods.get(i).to())) {
                    tally.add(
                            i,
                            each.features(),
                            each.score(),
                            each.knownAt().isAfter(now) ? null : Integer.valueOf(each.outcome()));
                }
            }
            return new Observed(tally.distributions(), DriftBasis.NOTHING);
        }

        @Override
        public Optional<Period> span(ModelVersionId version) {
            return Optional.of(
                    new Period(cases.getFirst().at(), until(now).getLast().at().plusNanos(1_000)));
        }
    }
}
