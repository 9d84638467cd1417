package org.overread.reports.seismometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.KnownCases.Basis;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.plan.FeatureKind;
import org.overread.monitoring.plan.FeatureSighting;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Question;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Digest;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.ChangeType;
import org.overread.registry.catalog.VersionDeclaration;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

class SeismometerExportsTest {
    private static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);
    private static final Actor.Person CORA = Actors.person("cora", Role.COMPLIANCE);
    private static final Map<String, String> NOTHING = Map.of();
    private static final WatchedFeature LACTATE =
            new WatchedFeature("lactate", FeatureKind.NUMERIC, "mmol/l", 0.0, 30.0, List.of(), null);
    private static final WatchedFeature INSULIN =
            new WatchedFeature("insulin", FeatureKind.CATEGORICAL, null, null, null, List.of("None", "Up"), null);

    private final Ward ward = new Ward();
    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final SeismometerExports exports = new SeismometerExports();
    private Catalog catalog = new Catalog();

    @BeforeEach
    void wire() {
        catalog = CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 2).catalog();
        exports.catalog = catalog;
        exports.cases = ward;
        exports.cohorts = ward.cohorts();
        exports.plans = ward.plans();
        exports.sightings = ward.sightings();
        exports.transaction = ward;
        exports.trail = trail;
    }

    @Test
    @DisplayName("F7: Seismometer starts on the folder without edits, and its AUROC is ours")
    void startsWithoutEdits() {
        ward.patients(400);

        var started = Started.on(taken(CORA, Window.ALL));

        assertThat(started.frame()).hasSize(400);
        assertThat(started.files().keySet())
                .containsExactlyInAnyOrder(
                        "README.md",
                        "seismometer.ipynb",
                        "config.yml",
                        "usage_config.yml",
                        "dictionary.yml",
                        "data/metadata.json",
                        "data/predictions.parquet",
                        "data/events.parquet");
        assertThat(started.metadata().get("modelname").stringValue()).isEqualTo("Early warning of sepsis, version 2");
        assertThat(started.metadata().get("thresholds").toString()).isEqualTo("[0.15]");
        // sklearn.metrics.roc_auc_score(y, s), i = np.arange(400), s = i % 20 / 20, y = i * 7 % 20 < i % 20
        assertThat(auroc(started)).isCloseTo(0.7575757575757576, within(1e-12));
    }

    @Test
    @DisplayName("F7: the same file passes Seismometer's rules as told by pandas and scikit-learn, with the same AUROC")
    void passesTheIndependentCheck() throws IOException {
        ward.watching(List.of("sex"), LACTATE, INSULIN);
        for (var i = 0; i < 500; i++) {
            ward.with(
                    i % 9 == 0 ? null : i / 2,
                    i % 23 / 23.0,
                    i * 5 % 23 < i % 23 ? 1 : 0,
                    i % 4 == 0 ? NOTHING : Map.of("sex", i % 3 == 0 ? "Female" : "Male"),
                    i % 5 == 0 ? NOTHING : Map.of("lactate", "" + i / 100.0, "insulin", i % 2 == 0 ? "None" : "Up"));
        }
        var zip = taken(CORA, Window.ALL);

        var told = PythonCheck.of(zip);

        assertThat(told.auroc()).isCloseTo(auroc(Started.on(zip)), within(1e-12));
        assertThat(told.predictions()).isEqualTo(500);
        assertThat(told.cohorts()).containsExactly("sex", "Site");
    }

    @Test
    @DisplayName("F7: an outcome that is not known is left out and said, never counted as none")
    void leavesOutWhatIsNotKnown() {
        ward.patients(50).unknown = 7;

        var started = Started.on(taken(CORA, Window.ALL));

        assertThat(started.frame()).hasSize(50);
        assertThat(started.metadata().get("left_out").intValue()).isEqualTo(7);
        assertThat(started.text("README.md")).contains("50 with a score and a known outcome; 7 without one of them");
    }

    @Test
    @DisplayName("F7: the outcome belongs to its prediction, also where a patient has several that differ")
    void keepsOutcomesWithTheirPredictions() {
        ward.patients(20).with(3, 0.9, 1, NOTHING, NOTHING).with(3, 0.1, 0, NOTHING, NOTHING);

        var started = Started.on(taken(CORA, Window.ALL));

        var patient = started.frame().get(20).get("Patient");
        assertThat(started.frame())
                .filteredOn(row -> Objects.equals(row.get("Patient"), patient))
                .extracting(row -> row.get("Score") + " " + row.get("Outcome_Value"))
                .containsExactly("0.15 " + started.frame().get(3).get("Outcome_Value"), "0.9 1.0", "0.1 0.0");
    }

    @Test
    @DisplayName("F7: outcomes carry their time when all of them have one, and none otherwise")
    void tellsTimesOfAllOutcomesOrNone() {
        ward.patients(30);
        var timed = Started.on(taken(CORA, Window.ALL));
        ward.with(99, 0.4, 1, null, NOTHING, NOTHING);
        var untimed = Started.on(taken(CORA, Window.ALL));

        assertThat(timed.column("Outcome_Time")).element(2).isEqualTo(LocalDateTime.parse("2026-03-03T14:00:00"));
        assertThat(untimed.column("Outcome_Time")).containsOnlyNulls();
        assertThat(untimed.text("README.md")).contains("Outcomes carry no time");
        assertThat(timed.text("seismometer.ipynb")).contains("LeadTime");
        assertThat(untimed.text("seismometer.ipynb")).doesNotContain("LeadTime");
    }

    @Test
    @DisplayName("G3: patients go by names that hold in one export only, and each without a name is one of their own")
    void namesPatientsAnewInEveryExport() {
        ward.patients(20).with(3, 0.9, 1, NOTHING, NOTHING);
        ward.with(null, 0.9, 1, NOTHING, NOTHING).with(null, 0.9, 1, NOTHING, NOTHING);

        var first = Started.on(taken(CORA, Window.ALL)).column("Patient");
        var second = Started.on(taken(CORA, Window.ALL)).column("Patient");

        assertThat(first).allSatisfy(name -> assertThat((String) name).matches("[0-9a-f]{16}"));
        assertThat(first.get(3)).isEqualTo(first.get(20));
        assertThat(new HashSet<>(first)).hasSize(22);
        assertThat(second).doesNotContainAnyElementsOf(first);
        assertThat(first).doesNotContain("%016x".formatted(3 * 1_000_003L));
    }

    @Test
    @DisplayName("G3: of the features only those that are watched leave, and no text that nobody declared")
    void exportsOnlyWatchedFeatures() {
        var unit = new WatchedFeature("unit", FeatureKind.CATEGORICAL, null, null, null, List.of(), null);
        ward.watching(List.of("sex"), LACTATE, INSULIN, unit).patients(20);
        ward.with(50, 0.5, 1, NOTHING, Map.of("lactate", "2.5", "insulin", "None", "unit", "ICU", "note", "Mr Smith"))
                .with(
                        51,
                        0.5,
                        0,
                        NOTHING,
                        Map.of("lactate", "high", "insulin", "ask Mr Smith", "unit", "MRN 12345678"));

        var started = Started.on(taken(CORA, Window.ALL));

        assertThat(started.predictions().types().keySet())
                .containsExactly(
                        "Patient",
                        "Prediction",
                        "PredictionTime",
                        "Score",
                        "Site",
                        "sex",
                        "race",
                        "lactate",
                        "insulin",
                        "unit");
        assertThat(started.column("lactate")).endsWith(null, 2.5, null);
        assertThat(started.column("insulin")).endsWith(null, "None", "(not declared)");
        assertThat(started.column("unit")).endsWith("ICU", "[MRN]");
    }

    @Test
    void takesWhatTheDataHoldWhereNothingIsDeclared() {
        var bare = version(null, List.of());
        ward.patients(20);
        ward.sighted.add(sighting("age", Map.of("40", 5L, "50", 5L), true, false));
        ward.sighted.add(sighting("ward", Map.of("A", 5L, "B", 5L), false, false));
        ward.sighted.add(sighting("remark", Map.of("she fell", 1L), false, true));
        ward.with(50, 0.5, 1, Map.of("ward_kind", "X"), Map.of("age", "41", "ward", "C", "remark", "he fell"));

        var started = Started.on(taken(exports.export(CORA, bare, Window.ALL)));

        assertThat(started.predictions().types().keySet())
                .endsWith("Site", "sex", "ward_kind", "age", "ward")
                .doesNotContain("remark");
        assertThat(started.column("ward")).endsWith("(not declared)");
    }

    @Test
    @DisplayName("F7: without a declared threshold none is told, and the reader is")
    void tellsNoThresholdWhereNoneIsDeclared() {
        var bare = version(null, List.of("sex"));
        ward.patients(20);

        var started = Started.on(taken(exports.export(CORA, bare, Window.ALL)));

        assertThat(started.metadata().has("thresholds")).isFalse();
        assertThat(started.text("README.md")).contains("declares no threshold");
    }

    @Test
    void keepsColumnsApartThatGoByOneName() {
        var score = new WatchedFeature("Score", FeatureKind.NUMERIC, null, null, null, List.of(), null);
        var outcome = new WatchedFeature("Outcome", FeatureKind.NUMERIC, null, null, null, List.of(), null);
        var sex = new WatchedFeature("sex", FeatureKind.CATEGORICAL, null, null, null, List.of("1"), null);
        ward.watching(List.of(), score, outcome, sex).patients(20);
        ward.with(50, 0.5, 1, Map.of("sex", "Male"), Map.of("Score", "7", "Outcome", "8", "sex", "1"));

        var last = Started.on(taken(CORA, Window.ALL)).frame().getLast();

        assertThat(last)
                .containsEntry("Score", 0.5)
                .containsEntry("Score_feature", 7.0)
                .containsEntry("Outcome_feature", 8.0)
                .containsEntry("Outcome_Value", 1.0)
                .containsEntry("sex", "Male")
                .containsEntry("sex_feature", "1");
    }

    @Test
    @DisplayName("G5: each export is recorded before it leaves, with who, of when, how many rows and which bytes")
    void recordsEachExport() {
        ward.patients(60);
        var window = new Window(Ward.NOON, Ward.NOON.plusSeconds(60 * 30), "north");

        var handed = exports.export(CORA, SEPSIS_2, window);
        var bytes = taken(handed);

        assertThat(handed.fileName()).isEqualTo("sepsis-2-seismometer.zip");
        assertThat(handed.size()).isEqualTo(bytes.length);
        assertThat(trail.recorded()).singleElement().satisfies(recorded -> {
            assertThat(recorded.actor()).isEqualTo(CORA);
            assertThat(recorded.deed().action()).isEqualTo("rows.exported");
            assertThat(recorded.deed().model()).isEqualTo("sepsis");
            assertThat(recorded.deed().sentence()).isEqualTo("exported the rows of sepsis/2 for Seismometer, 30 rows");
            assertThat(recorded.deed().details())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "from", "2026-03-01T12:00:00Z",
                            "to", "2026-03-01T12:30:00Z",
                            "site", "north",
                            "rows", "30",
                            "sha256", Digest.of(bytes).hex()));
        });
    }

    @Test
    @DisplayName("G1: rows are for those who may export, and who is limited to a site must ask for that site")
    void handsRowsOnlyToThoseWhoMayExport() {
        ward.patients(60);
        var north = Actors.within(new Scope(null, null, "north"), "nina", Role.COMPLIANCE);
        var onlyNorth = new Window(null, null, "north");

        refused(ErrorCode.NOT_ALLOWED, () -> exports.export(CatalogFixtures.MIRA, SEPSIS_2, Window.ALL));
        refused(ErrorCode.NOT_ALLOWED, () -> exports.offered(CatalogFixtures.MIRA, SEPSIS_2, Window.ALL));
        refused(ErrorCode.NOT_ALLOWED, () -> exports.export(north, SEPSIS_2, Window.ALL));
        refused(
                ErrorCode.NOT_FOUND,
                () -> exports.export(
                        Actors.within(new Scope(null, "oncology", null), "otto", Role.CHAIR), SEPSIS_2, Window.ALL));
        refused(ErrorCode.NOT_ALLOWED, () -> exports.export(Actors.machine(ApiScope.READ), SEPSIS_2, Window.ALL));
        assertThat(trail.recorded()).isEmpty();
        assertThat(taken(exports.export(north, SEPSIS_2, onlyNorth))).isNotEmpty();
        assertThat(taken(exports.export(Actors.machine(ApiScope.EXPORT), SEPSIS_2, Window.ALL)))
                .isNotEmpty();
    }

    @Test
    @DisplayName("F7: when there is nothing to hand out it is said why, and what to do")
    void saysWhyThereIsNothingToHandOut() {
        var later = new Window(Instant.parse("2027-01-01T00:00:00Z"), null, null);
        var backwards = new Window(Ward.NOON, Ward.NOON, null);

        refused("There are no predictions in this time: choose a longer one, or another site.", later);
        refused("This cannot be exported as it is asked.", backwards);
        ward.unknown = 5;
        refused(
                "No prediction in this time has both a score and a known outcome: choose an earlier time, or wait for"
                        + " the outcomes.",
                Window.ALL);
        assertThat(trail.recorded()).isEmpty();
    }

    @Test
    @DisplayName("C3: the rows of ten patients are not handed out, those of eleven are")
    void handsOutNoFewPatients() {
        ward.patients(10).with(1, 0.5, 1, NOTHING, NOTHING);
        refused("These are too few patients to hand out row by row: choose a longer time.", Window.ALL);

        ward.with(10, 0.5, 1, NOTHING, NOTHING);

        assertThat(exports.offered(CORA, SEPSIS_2, Window.ALL)).isEqualTo(new Basis(12, 12, 0, 11));
        assertThat(taken(CORA, Window.ALL)).isNotEmpty();
    }

    @Test
    void leavesNoTemporaryFileBehind() throws IOException {
        var before = temporaryFiles();
        ward.patients(5);
        refused(ErrorCode.INVALID, () -> exports.export(CORA, SEPSIS_2, Window.ALL));
        ward.patients(50);
        taken(CORA, Window.ALL);
        exports.trail = (actor, deed) -> {
            throw new GovernanceException(ErrorCode.OUTSIDE, "the trail does not answer");
        };
        refused(ErrorCode.OUTSIDE, () -> exports.export(CORA, SEPSIS_2, Window.ALL));

        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private ModelVersionId version(@Nullable Double threshold, List<String> subgroups) {
        return catalog.registerVersion(
                        CatalogFixtures.MIRA,
                        "sepsis",
                        new VersionDeclaration(
                                threshold, ChangeType.RETRAINED, null, null, null, null, null, null, subgroups))
                .id();
    }

    private static FeatureSighting sighting(String name, Map<String, Long> values, boolean numeric, boolean some) {
        return new FeatureSighting(name, new TreeMap<>(values), 0, numeric, null, null, some);
    }

    private static double auroc(Started started) {
        return Objects.requireNonNull(Evaluation.of(started.cohort(), new Question(0.15, List.of(), false))
                .overall()
                .get(Metric.AUROC)
                .value());
    }

    private byte[] taken(Actor actor, Window window) {
        return taken(exports.export(actor, SEPSIS_2, window));
    }

    private static byte[] taken(SeismometerExports.Handed handed) {
        try (var bytes = handed.bytes()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refused(String words, Window window) {
        assertThatThrownBy(() -> exports.offered(CORA, SEPSIS_2, window)).hasMessage(words);
        assertThatThrownBy(() -> exports.export(CORA, SEPSIS_2, window)).hasMessage(words);
    }

    private static void refused(ErrorCode code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static List<String> temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("overread-(report|predictions|events)-.*"))
                    .sorted()
                    .toList();
        }
    }
}
