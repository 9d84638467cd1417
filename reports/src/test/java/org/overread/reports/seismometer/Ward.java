package org.overread.reports.seismometer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftRule;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.KnownCase;
import org.overread.monitoring.performance.KnownCases;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.plan.BreachAction;
import org.overread.monitoring.plan.DayCount;
import org.overread.monitoring.plan.FeatureSighting;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.plan.ReviewRule;
import org.overread.monitoring.plan.Sightings;
import org.overread.monitoring.plan.SiteDays;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.plan.WindowLength;
import org.overread.monitoring.plan.WindowRule;
import org.overread.monitoring.prediction.LongTransaction;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.registry.ModelVersionId;
import org.overread.registry.testing.Actors;

/** The cases of one version as tests speak of them, in the place of all that the exports ask. */
final class Ward implements KnownCases, LongTransaction {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final List<KnownCase> cases = new ArrayList<>();
    final List<FeatureSighting> sighted = new ArrayList<>();
    long unknown;

    @Nullable PlanRevision plan;

    /** So many patients with a case each; the higher the score, the more often the event comes. */
    Ward patients(int count) {
        for (var i = 0; i < count; i++) {
            with(
                    i,
                    i % 20 / 20.0,
                    i * 7 % 20 < i % 20 ? 1 : 0,
                    Map.of("sex", i % 3 == 0 ? "Female" : "Male"),
                    Map.of());
        }
        return this;
    }

    Ward with(
            @Nullable Integer patient,
            double score,
            int outcome,
            Map<String, String> groups,
            Map<String, String> features) {
        return with(patient, score, outcome, NOON.plusSeconds(90_000L * cases.size()), groups, features);
    }

    Ward with(
            @Nullable Integer patient,
            double score,
            int outcome,
            @Nullable Instant knownAt,
            Map<String, String> groups,
            Map<String, String> features) {
        cases.add(new KnownCase(
                NOON.plusSeconds(60L * cases.size()),
                patient == null ? null : 1_000_003L * patient,
                "north",
                score,
                outcome,
                knownAt,
                new TreeMap<>(groups),
                new TreeMap<>(features)));
        return this;
    }

    Ward watching(List<String> subgroups, WatchedFeature... features) {
        plan = new PlanRevision(
                new UUID(0, 1),
                new ModelVersionId("sepsis", 2),
                1,
                new MonitoringPlan(
                        List.of(features),
                        subgroups,
                        List.of(),
                        null,
                        new WindowRule(WindowLength.WEEK, 2, 3),
                        List.of(),
                        DriftRule.DEFAULT,
                        new ReviewRule(ReviewRule.Cadence.QUARTER, java.time.LocalDate.parse("2026-06-01")),
                        Actors.idOf("mira"),
                        Actors.idOf("max"),
                        BreachAction.NOTIFY,
                        30,
                        48),
                "mira",
                "Mira",
                NOON);
        return this;
    }

    @Override
    public Basis count(ModelVersionId version, Window window) {
        var meant = in(window);
        return new Basis(
                meant.size() + unknown,
                meant.size(),
                meant.stream().filter(one -> one.outcomeKnownAt() == null).count(),
                meant.stream()
                                .map(KnownCase::patientKey)
                                .filter(key -> key != null)
                                .distinct()
                                .count()
                        + meant.stream().filter(one -> one.patientKey() == null).count());
    }

    @Override
    public void read(ModelVersionId version, Window window, Reader reader) {
        reader.begin(count(version, window));
        in(window).forEach(reader::take);
    }

    private List<KnownCase> in(Window window) {
        var from = window.from();
        var to = window.to();
        return cases.stream()
                .filter(one -> from == null || !one.occurredAt().isBefore(from))
                .filter(one -> to == null || one.occurredAt().isBefore(to))
                .filter(one -> window.site() == null || window.site().equals(one.site()))
                .toList();
    }

    @Override
    public <T> T run(Supplier<T> work) {
        return work.get();
    }

    Cohorts cohorts() {
        return new Cohorts() {
            @Override
            public SortedSet<String> attributes(ModelVersionId version) {
                var attributes = new TreeSet<String>();
                cases.forEach(one -> attributes.addAll(one.groups().keySet()));
                return attributes;
            }

            @Override
            public Cohort of(ModelVersionId version, Window window) {
                throw new UnsupportedOperationException();
            }

            @Override
            public @Nullable Days days(ModelVersionId version) {
                throw new UnsupportedOperationException();
            }

            @Override
            public long stored(ModelVersionId version) {
                throw new UnsupportedOperationException();
            }

            @Override
            public long state(ModelVersionId version) {
                throw new UnsupportedOperationException();
            }
        };
    }

    PlanBook plans() {
        return new PlanBook() {
            @Override
            public Optional<PlanRevision> latest(ModelVersionId version) {
                return Optional.ofNullable(plan);
            }

            @Override
            public void lock(ModelVersionId version) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void add(PlanRevision revision) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<PlanRevision> revisions(ModelVersionId version) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<PlanRevision> inForce() {
                throw new UnsupportedOperationException();
            }
        };
    }

    Sightings sightings() {
        return new Sightings() {
            @Override
            public List<FeatureSighting> features(ModelVersionId version) {
                return List.copyOf(sighted);
            }

            @Override
            public List<DayCount> days(ModelVersionId version) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<SiteDays> sites(ModelVersionId version) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Instant> newest(ModelVersionId version) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
