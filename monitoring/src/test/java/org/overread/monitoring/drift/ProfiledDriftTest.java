package org.overread.monitoring.drift;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.drift.store.DriftStores;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.profile.FeatureDistribution;
import org.overread.monitoring.profile.ProfilingBench;
import org.overread.monitoring.testing.RealData;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.testing.Actors;

class ProfiledDriftTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<Period> WINDOWS = List.of(
            new Period(NEW_YEAR, Instant.parse("2025-01-15T10:00:00Z")),
            new Period(Instant.parse("2025-01-15T10:00:00Z"), Instant.parse("2025-02-01T00:00:00Z")));

    private final IntakeBench bench = new IntakeBench();
    private final ProfilingBench profiling = new ProfilingBench(bench);
    private final FeatureHistory raw = DriftStores.history(bench.transactions.dataSource(), bench.catalog);
    private final FeatureHistory profiled = DriftStores.profiled(bench.transactions.dataSource(), bench.catalog);
    private final Drift drift = new Drift();

    @BeforeEach
    void fromProfiles() {
        drift.catalog = bench.catalog;
        drift.history = profiled;
        drift.patients = DriftStores.patients(bench.transactions.dataSource());
    }

    @Test
    @DisplayName("C1: up to 512 different values of a column, profiles tell of drift exactly what the predictions tell")
    void tellsTheSameOfFewValues() {
        send(4_000, 10);
        profiling.rebuild();

        var told = profiled.of(SEPSIS_2, WINDOWS, null);

        assertThat(told.basis().sentence()).startsWith("counted from the daily profiles of 4,000 predictions");
        assertThat(told.periods()).isEqualTo(raw.of(SEPSIS_2, WINDOWS, null).periods());
        assertThat(profiled.of(SEPSIS_2, WINDOWS, "north").periods())
                .isEqualTo(raw.of(SEPSIS_2, WINDOWS, "north").periods());
    }

    @Test
    @DisplayName("C1: with very many values, distances from profiles are right within 0.005, and PSI nearly so")
    void staysNearOfManyValues() {
        send(30_000, 1_000_000);
        profiling.rebuild();

        var told = profiled.of(SEPSIS_2, WINDOWS, null).periods();
        var known = raw.of(SEPSIS_2, WINDOWS, null).periods();

        for (var column : List.of(Column.SCORE, Column.feature("lactate"), Column.feature("weight"))) {
            var fromProfiles = drift(told, column);
            var exact = drift(known, column);
            assertThat(fromProfiles.reference().missing())
                    .isEqualTo(exact.reference().missing());
            assertThat(statistic(fromProfiles)).isCloseTo(statistic(exact), within(5e-3));
            assertThat(distance(fromProfiles)).isCloseTo(distance(exact), within(5e-3));
            assertThat(requireNonNull(fromProfiles.psi().value()))
                    .isCloseTo(requireNonNull(exact.psi().value()), within(5e-3));
        }
        assertThat(drift(told, Column.OUTCOME)).isEqualTo(drift(known, Column.OUTCOME));
    }

    @Test
    @DisplayName("C1: on the real file the same columns have moved, read from profiles as read one by one")
    void findsTheSameInTheRealFile() throws IOException {
        try (var in = Files.newInputStream(RealData.file("readmission_v2.csv.gz"))) {
            bench.send(BodyFormat.CSV, in);
        }
        profiling.rebuild();
        var july = Instant.parse("2024-07-01T00:00:00Z");
        var question = new DriftQuestion(null, july, july, null, null);

        var told = drift.of(OWNER, SEPSIS_2, question);
        drift.history = raw;
        var known = drift.of(OWNER, SEPSIS_2, question);

        assertThat(told.basis().source()).isEqualTo(DriftBasis.Source.PROFILES);
        assertThat(known.basis().source()).isEqualTo(DriftBasis.Source.PREDICTIONS);
        assertThat(moved(told)).isEqualTo(moved(known)).isNotEmpty();
    }

    @Test
    @DisplayName("C9: once payloads were removed, features are told from profiles however few predictions there are")
    void readsProfilesWherePayloadsWent() {
        send(2_000, 10);
        profiling.rebuild();
        var before = raw.of(SEPSIS_2, WINDOWS, null);

        bench.rows("""
                INSERT INTO monitoring.removed_payload SELECT DISTINCT series, day, now(), 1 FROM monitoring.profile
                WHERE day < '2025-01-10' RETURNING 1""");
        bench.rows("""
                UPDATE monitoring.prediction SET features = NULL, body = NULL, patient_ref = NULL
                WHERE occurred_at < '2025-01-10T00:00:00Z' RETURNING 1""");

        assertThat(before.basis().source()).isEqualTo(DriftBasis.Source.PREDICTIONS);
        assertThat(raw.of(SEPSIS_2, WINDOWS, null).periods()).isEqualTo(before.periods());
    }

    @Test
    @DisplayName("C9: says of how many predictions one patient has at most in each period")
    void tellsTheMostOfOnePatient() {
        send(2_000, 10);
        profiling.rebuild();

        var exact = raw.of(SEPSIS_2, WINDOWS, null).basis().mostOfOnePatient();
        var told = profiled.of(SEPSIS_2, WINDOWS, null).basis().mostOfOnePatient();

        assertThat(exact).containsExactly(19L, 22L);
        assertThat(told.getFirst()).isBetween(19L, 60L);
        assertThat(told.getLast()).isBetween(22L, 60L);
    }

    @Test
    @DisplayName("C3: told from profiles, which know no patients, bins are hidden by their predictions alone")
    void hidesByPredictionsWhatProfilesTell() {
        send(4_000, 10);
        profiling.rebuild();
        drift.patients = (version, period, site, reader) -> {
            throw new AssertionError("profiles are read where payloads went: their rows tell nothing");
        };

        var told = drift.of(
                OWNER, SEPSIS_2, new DriftQuestion(null, WINDOWS.getFirst().to(), null, null, null));

        var most = told.basis().mostOfOnePatient();
        var drawn = told.findings().stream()
                .flatMap(finding -> finding.overall().drift().bins().stream())
                .filter(bin -> !bin.label().equals(Bin.FEW))
                .toList();
        assertThat(drawn).extracting(Bin::label).contains("ER").doesNotContain("(missing)");
        assertThat(drawn).allSatisfy(bin -> {
            assertThat(Math.ceilDiv(bin.reference(), most.get(0))).isGreaterThanOrEqualTo(11);
            assertThat(Math.ceilDiv(bin.current(), most.get(1))).isGreaterThanOrEqualTo(11);
        });
        assertThat(told.findings())
                .anyMatch(finding -> finding.overall().drift().missingFew());
        assertThat(told.basis().sentence()).contains("Patients are not counted in them");
    }

    private static List<String> moved(DriftReport report) {
        return report.findings().stream()
                .filter(DriftFinding::sustained)
                .map(finding -> finding.column().name() + " " + finding.run())
                .toList();
    }

    private static ColumnDrift drift(List<SortedMap<Column, FeatureDistribution>> periods, Column column) {
        return ColumnDrift.of(
                column,
                requireNonNull(periods.getFirst().get(column)),
                requireNonNull(periods.getLast().get(column)));
    }

    private static double statistic(ColumnDrift drift) {
        return requireNonNull(
                ((Shape.Numeric) drift.shape()).kolmogorovSmirnov().statistic());
    }

    private static double distance(ColumnDrift drift) {
        return requireNonNull(
                ((Shape.Numeric) drift.shape()).normalisedWasserstein().value());
    }

    /** A month of predictions of 50 patients; what is measured goes up by a tenth in its second half. */
    private void send(int rows, int different) {
        var random = new Random(5);
        var body = new StringBuilder(
                "prediction_id,occurred_at,patient_ref,site,score,outcome,feature.lactate,feature.weight,feature.ward\n");
        for (int row = 0; row < rows; row++) {
            var time = NEW_YEAR.plusSeconds(row * (31L * 86_400 / rows));
            double shift = row < rows / 2 ? 1 : 1.1;
            double lactate = Math.exp(random.nextGaussian()) * shift;
            double weight = 80 + 15 * random.nextGaussian() * shift;
            body.append(String.format(
                    Locale.ROOT,
                    "p%d,%s,q%d,%s,%s,%s,%s,%s,%s%n",
                    row,
                    time,
                    row % 50,
                    row % 3 == 0 ? "south" : "north",
                    Math.rint(random.nextDouble() * random.nextDouble() * different) / different,
                    row % 5 == 0 ? "" : row % 7 == 0 ? "1" : "0",
                    row % 11 == 0
                            ? ""
                            : Math.rint(lactate * Math.min(different, 100_000)) / Math.min(different, 100_000),
                    different == 10 ? Math.rint(weight) : Math.rint(weight * 1_000) / 1_000,
                    row % 4 == 0 ? "ICU" : "ER"));
        }
        bench.send(BodyFormat.CSV, body.toString());
    }
}
