package org.overread.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.time.Instant;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
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
                var away = new TreeMap<>(window);
                away.keySet().removeAll(labels);
                if (!shown.missingFew()) {
                    away.remove(PatientBins.MISSING);
                }
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
        var drift = ColumnDrift.of(INSULIN, before, now);
        return FewHidden.of(drift, counted(drift, windows, 0), counted(drift, windows, 1));
    }

    private static PatientBins counted(ColumnDrift drift, List<Map<String, List<Long>>> windows, int window) {
        var bins = new PatientBins(List.of(drift), window == 1);
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
