package org.overread.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.profile.NumericDistribution;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.testing.Actors;

class FewHiddenAttackTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private static final Column INSULIN = Column.feature("insulin");

    @Test
    @DisplayName("C3: a category of many predictions of one patient is drawn with another, and cannot be worked out")
    void hidesACategoryOfOnePatient() {
        var bench = new IntakeBench();
        var drift = DriftServices.drift(bench.catalog, bench.transactions.dataSource());
        bench.send(BodyFormat.CSV, "prediction_id,occurred_at,patient_ref,score,outcome,feature.insulin\n" + lines());

        var shown = drift
                .of(OWNER, SEPSIS_2, new DriftQuestion(null, Instant.parse("2025-02-01T00:00:00Z"), null, null, null))
                .findings()
                .stream()
                .filter(finding -> finding.column().equals(INSULIN))
                .findFirst()
                .orElseThrow()
                .overall()
                .drift();

        // 30 predictions of one patient in "Rare", hidden with the smallest of the others
        assertThat(shown.bins()).containsExactly(new Bin("No", 200, 200), new Bin(Bin.FEW, 90, 60));
    }

    @Test
    @DisplayName("C3: whatever the patients, the whole less what is shown leaves no few patients")
    void subtractionLeavesNoFewPatients() {
        var random = new SplittableRandom(17);
        int hidden = 0;
        for (int round = 0; round < 300; round++) {
            var truth = List.of(window(random), window(random));
            var shown = shown(truth);
            var labels = shown.bins().stream().map(Bin::label).collect(Collectors.toSet());
            for (var window : truth) {
                var away = hidden(window, shown);
                away.values().removeIf(List::isEmpty);
                var patients =
                        away.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
                boolean everything = labels.stream().allMatch(Bin.FEW::equals);
                assertThat(patients.isEmpty() || everything || patients.size() >= 11)
                        .as("round %d: %s of %s", round, away, window)
                        .isTrue();
                hidden += away.isEmpty() ? 0 : 1;
            }
            for (var label : labels) {
                if (!label.equals(Bin.FEW)) {
                    truth.forEach(window -> assertThat(Set.copyOf(window.getOrDefault(label, List.of())))
                            .satisfiesAnyOf(
                                    patients -> assertThat(patients).isEmpty(),
                                    patients -> assertThat(patients).hasSizeGreaterThanOrEqualTo(11)));
                }
            }
        }
        assertThat(hidden).isGreaterThan(100);
    }

    @Test
    @DisplayName("C3: whatever is told of a column, other hidden counts would have it told just so")
    void anotherTruthIsToldAlike() {
        var random = new SplittableRandom(23);
        int alike = 0;
        int missing = 0;
        for (int round = 0; round < 300; round++) {
            var truth = List.of(window(random), window(random));
            var shown = shown(truth);
            for (int which = 0; which < 2; which++) {
                var away = hidden(truth.get(which), shown);
                for (var other : exchanged(away)) {
                    var changed = new ArrayList<>(truth);
                    changed.set(which, new HashMap<>(truth.get(which)));
                    changed.get(which).putAll(other);
                    var told = shown(changed);
                    if (told.bins().equals(shown.bins()) && told.missingFew() == shown.missingFew()) {
                        assertThat(told(told)).as("round %d", round).isEqualTo(told(shown));
                        alike++;
                        missing += shown.missingFew() ? 1 : 0;
                    }
                }
            }
        }
        assertThat(alike).isGreaterThan(100);
        assertThat(missing).isGreaterThan(50);
    }

    @Test
    @DisplayName("C3: from how many are shown and how many there are, nobody can tell how few are missing")
    void tellsNothingOfTheFewMissing() {
        var shown = shown(List.of(
                Map.of("No", patients(0, 60), "Up", patients(0, 40), PatientBins.MISSING, patients(200, 3)),
                Map.of("No", patients(0, 60), "Up", patients(0, 50), PatientBins.MISSING, patients(0, 30))));

        assertThat(shown.bins()).containsExactly(new Bin("No", 60, 60), new Bin(Bin.FEW, 43, 80));
        assertThat(shown.missingThen()).isNull();
        assertThat(shown.missingNow()).isNull();
        assertThat(shown.missing().reason()).isEqualTo(SmallCells.REASON);
        assertThat(shown.psiWithMissing().reason()).isEqualTo(SmallCells.REASON);
        // of the drawn bins: scipy.stats.chi2_contingency([[60, 43], [60, 80]], correction=False) -> 5.6268, p 0.01769
        assertThat(shown.shape().test().statistic()).isCloseTo(5.6268, within(1e-4));
        assertThat(shown.shape().test().pValue()).isCloseTo(0.01769, within(1e-5));
    }

    @Test
    @DisplayName("C3: of a numeric column with few missing, each of 1 to 10 missing fits the distance that is told")
    void distancesFitAnyFewMissing() {
        var numbers =
                NumericDistribution.of(new SplittableRandom(3).doubles(997).toArray());
        var then = new NumericDistribution(numbers.values(), numbers.counts(), 3);
        var now = NumericDistribution.of(new SplittableRandom(4)
                .doubles(1_000)
                .map(value -> value * value)
                .toArray());
        var drift = ColumnDrift.of(Column.SCORE, then, now);
        var shown = FewHidden.of(
                drift, new PatientBins(List.of(drift), false, 1), new PatientBins(List.of(drift), true, 1));

        assertThat(shown.missingFew()).isTrue();
        double told = Objects.requireNonNull(shown.shape().test().statistic());
        for (int missing = 1; missing <= 10; missing++) {
            int present = 1_000 - missing;
            assertThat(IntStream.rangeClosed(0, present)
                            .boxed()
                            .flatMap(i -> IntStream.rangeClosed(0, 1_000)
                                    .mapToObj(j -> Math.abs((double) i / present - (double) j / 1_000)))
                            .filter(distance -> Objects.equals(Amounts.rounded(distance), told))
                            .limit(100))
                    .hasSize(100);
        }
    }

    @Test
    @DisplayName("C3: a month of few missing is told without how many, with another, lest the whole gives it away")
    void hidesAMonthOfFewMissing() {
        var bench = new IntakeBench();
        var drift = DriftServices.drift(bench.catalog, bench.transactions.dataSource());
        var lines = new StringBuilder("prediction_id,occurred_at,patient_ref,score,outcome,feature.insulin\n");
        var missing = List.of(20, 30, 4, 25, 40);
        for (int month = 0; month < missing.size(); month++) {
            for (int i = 0; i < 250; i++) {
                lines.append("m%d-%d,2025-%02d-%02dT10:00:00Z,pat-%d,0.%d,%d,%s%n"
                        .formatted(
                                month,
                                i,
                                month + 1,
                                1 + i % 28,
                                i,
                                1 + i % 9,
                                i % 2,
                                i < missing.get(month) ? "" : "No"));
            }
        }
        bench.send(BodyFormat.CSV, lines.toString());

        var finding = drift
                .of(OWNER, SEPSIS_2, new DriftQuestion(null, Instant.parse("2025-02-01T00:00:00Z"), null, null, null))
                .findings()
                .stream()
                .filter(each -> each.column().equals(INSULIN))
                .findFirst()
                .orElseThrow();

        assertThat(finding.overall().drift().missingNow()).isEqualTo(99 / 1_000.0);
        assertThat(finding.marks())
                .extracting(mark -> mark.judged().drift().missingNow())
                .containsExactly(30 / 250.0, null, null, 40 / 250.0);
        assertThat(finding.marks().get(1).judged().missing().effect()).isNull();
    }

    @Test
    @DisplayName(
            "C3: where patients are not counted, a bin is shown from 11 times as many predictions as one patient has")
    void goesByPredictionsWherePatientsAreNotCounted() {
        var truth = List.of(
                Map.of("No", patients(0, 200), "Up", patients(0, 43), "Down", patients(0, 44)),
                Map.of("No", patients(0, 200), "Up", patients(0, 60), "Down", patients(0, 60)));
        var drift = exact(truth);

        assertThat(FewHidden.of(
                                drift,
                                new PatientBins(List.of(drift), false, 4),
                                new PatientBins(List.of(drift), true, 4))
                        .bins())
                .extracting(Bin::label)
                .containsExactly("Down", "No", "Up");
        assertThat(FewHidden.of(
                                drift,
                                new PatientBins(List.of(drift), false, 5),
                                new PatientBins(List.of(drift), true, 5))
                        .bins())
                .containsExactly(new Bin("No", 200, 200), new Bin(Bin.FEW, 87, 120));
        assertThat(FewHidden.of(
                                drift,
                                new PatientBins(List.of(drift), false, 0),
                                new PatientBins(List.of(drift), true, 0))
                        .bins())
                .containsExactly(new Bin(Bin.FEW, 287, 320));
    }

    @Test
    @DisplayName("C3: missing values that stand for enough are a bin of the index beside the hidden ones")
    void countsMissingValuesBesideHiddenBins() {
        var shown = shown(List.of(
                Map.of(
                        "No",
                        patients(0, 60),
                        "Up",
                        patients(0, 40),
                        "Rare",
                        patients(0, 5),
                        PatientBins.MISSING,
                        patients(0, 50)),
                Map.of(
                        "No",
                        patients(0, 60),
                        "Up",
                        patients(0, 40),
                        "Rare",
                        patients(0, 20),
                        PatientBins.MISSING,
                        patients(0, 100))));

        assertThat(shown.bins()).containsExactly(new Bin("No", 60, 60), new Bin(Bin.FEW, 45, 60));
        // Psi's line of numpy of [60, 45] and [60, 60]; and of [60, 45, 50] and [60, 60, 100]
        assertThat(shown.psi().value()).isCloseTo(0.020548719460841493, within(1e-12));
        assertThat(shown.psiWithMissing().value()).isCloseTo(0.08640918091051863, within(1e-12));
    }

    @Test
    @DisplayName("C3: where all bins are one, no distance is told, not even that of one bin from itself")
    void tellsNoDistanceOfOneBin() {
        var shown = shown(List.of(
                Map.of("No", patients(0, 60), "Rare", patients(0, 5)),
                Map.of("No", patients(0, 40), "Rare", patients(0, 5))));

        assertThat(shown.bins()).containsExactly(new Bin(Bin.FEW, 65, 45));
        assertThat(shown.psi().reason()).isEqualTo(SmallCells.REASON);
        assertThat(shown.jensenShannon().reason()).isEqualTo(SmallCells.REASON);
    }

    /** What of a column is told. */
    private static List<Object> told(ColumnDrift drift) {
        return Arrays.asList(
                drift.bins(),
                drift.psi(),
                drift.psiWithMissing(),
                drift.jensenShannon(),
                drift.shape(),
                drift.missing(),
                drift.missingThen(),
                drift.missingNow());
    }

    /** The labels of a window that are hidden, with their patients. */
    private static TreeMap<String, List<Long>> hidden(Map<String, List<Long>> window, ColumnDrift shown) {
        var away = new TreeMap<>(window);
        shown.bins().forEach(bin -> away.remove(bin.label()));
        if (!shown.missingFew()) {
            away.remove(PatientBins.MISSING);
        }
        return away;
    }

    /** The same with one prediction given from one hidden label to another. */
    private static List<Map<String, List<Long>>> exchanged(Map<String, List<Long>> away) {
        var all = new ArrayList<Map<String, List<Long>>>();
        for (var from : away.keySet()) {
            for (var to : away.keySet()) {
                var giving = away.getOrDefault(from, List.of());
                if (!from.equals(to) && giving.size() > 1) {
                    var taking = new ArrayList<>(away.getOrDefault(to, List.of()));
                    taking.add(giving.getFirst());
                    all.add(Map.of(from, giving.subList(1, giving.size()), to, taking));
                }
            }
        }
        return all;
    }

    private static List<Long> patients(int first, int many) {
        return LongStream.range(first, first + many).boxed().toList();
    }

    /** The patients of each prediction by category. */
    private static Map<String, List<Long>> window(SplittableRandom random) {
        var window = new HashMap<String, List<Long>>();
        for (var label : List.of("a", "b", "c", "d", PatientBins.MISSING)) {
            int patients = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(11, 40);
            int first = random.nextInt(20);
            window.put(
                    label,
                    IntStream.range(0, patients)
                            .boxed()
                            .flatMap(i ->
                                    IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(_ -> (long) first + i))
                            .toList());
        }
        return window;
    }

    private static ColumnDrift shown(List<Map<String, List<Long>>> windows) {
        var drift = exact(windows);
        return FewHidden.of(drift, counted(drift, windows, 0), counted(drift, windows, 1));
    }

    private static ColumnDrift exact(List<Map<String, List<Long>>> windows) {
        var tally = new FeatureTally(2);
        for (int i = 0; i < 2; i++) {
            int window = i;
            windows.get(i)
                    .forEach((label, patients) ->
                            patients.forEach(patient -> tally.add(window, features(label), null, null)));
        }
        var distributions = tally.distributions();
        var before = Objects.requireNonNull(distributions.getFirst().get(INSULIN));
        var now = Objects.requireNonNull(distributions.getLast().get(INSULIN));
        return ColumnDrift.of(INSULIN, before, now);
    }

    private static PatientBins counted(ColumnDrift drift, List<Map<String, List<Long>>> windows, int window) {
        var bins = new PatientBins(List.of(drift), window == 1, 0);
        windows.get(window)
                .forEach((label, patients) ->
                        patients.forEach(patient -> bins.add(patient, features(label), null, null)));
        return bins;
    }

    private static Map<String, String> features(String label) {
        return label.equals(PatientBins.MISSING) ? Map.of() : Map.of("insulin", label);
    }

    /** Two months: 200 of No, 60 and then 60 of Up, and 30 of one patient of Rare in the first. */
    private static String lines() {
        var lines = new StringBuilder();
        for (int month = 1; month <= 2; month++) {
            for (int i = 0; i < (month == 1 ? 290 : 260); i++) {
                var value = i < 200 ? "No" : i < 260 ? "Up" : "Rare";
                lines.append("p%d-%d,2025-%02d-%02dT10:00:00Z,pat-%s,0.%d,%d,%s%n"
                        .formatted(month, i, month, 1 + i % 28, i < 260 ? "" + i : "one", 1 + i % 9, i % 2, value));
            }
        }
        return lines.toString();
    }
}
