package org.overread.monitoring.profile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FeatureProfileTest {
    @Test
    @DisplayName("C1: features are told as the values they had and how often they had none")
    void tellsValuesAndWhatIsMissing() {
        var profile = profile(List.of(
                Map.of("age", "70", "unit", "ICU"),
                Map.of("age", "70.0", "unit", "ER"),
                Map.of("age", "-3e1", "unit", ""),
                Map.of()));

        assertThat(profile.distributions())
                .containsEntry("age", NumericDistribution.of(70, 70, -30, Double.NaN))
                .containsEntry("unit", new CategoricalDistribution(new TreeMap<>(Map.of("ICU", 1L, "ER", 1L)), 2));
    }

    @Test
    void takesFewTextsAmongNumbersForMissingAndManyForCategories() {
        var numbers = new ArrayList<Map<String, String>>();
        var mixed = new ArrayList<Map<String, String>>();
        for (var row = 0; row < 100; row++) {
            numbers.add(Map.of("lactate", row < 3 ? "n/a" : String.valueOf(row)));
            mixed.add(Map.of("grade", row < 40 ? "unknown" : "2"));
        }

        assertThat(profile(numbers).distributions().get("lactate"))
                .isInstanceOf(NumericDistribution.class)
                .returns(3L, FeatureDistribution::missing);
        assertThat(profile(mixed).distributions())
                .containsEntry(
                        "grade", new CategoricalDistribution(new TreeMap<>(Map.of("unknown", 40L, "2", 60L)), 0));
    }

    @Test
    @DisplayName("C1: the order of merging never matters, and a profile made at once equals one made as data arrived")
    void isACommutativeMonoid() {
        var random = new Random(3);
        for (var round = 0; round < 20; round++) {
            var rows = rows(random, 200 + random.nextInt(6_000));
            var atOnce = profile(rows);
            Collections.shuffle(rows, random);
            var cut = random.nextInt(rows.size());
            var one = profile(rows.subList(0, cut));
            var other = profile(rows.subList(cut, rows.size()));

            assertThat(one.and(other)).isEqualTo(atOnce);
            assertThat(other.and(one)).isEqualTo(atOnce);
            assertThat(FeatureProfile.EMPTY.and(atOnce)).isEqualTo(atOnce);
            assertThat(FeatureBytes.read(FeatureBytes.of(atOnce))).isEqualTo(atOnce);
        }
    }

    @Test
    void keepsManyNumbersWithinTheResolutionOfTheCells() {
        var random = new Random(8);
        var rows = rows(random, 20_000);
        var exact = NumericDistribution.of(rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.getOrDefault("weight", "NaN")))
                .toArray());

        var told = (NumericDistribution) distribution(rows, "weight");

        assertThat(told.values().length).isBetween(200, NumberCells.MOST_CELLS);
        assertThat(told.missing()).isEqualTo(exact.missing());
        assertThat(mean(told) / mean(exact)).isCloseTo(1, within(2e-3));
    }

    @Test
    @DisplayName("C1: two times are compared on one resolution, so that many values and few do not look different")
    void comparesOnOneResolution() {
        var random = new Random(4);
        var many = rows(random, 20_000);
        var few = many.subList(0, 300);

        var alike = FeatureProfile.alike(List.of(profile(few), profile(many)));

        var before = (NumericDistribution) requireNonNull(alike.getFirst().get("weight"));
        var after = (NumericDistribution) requireNonNull(alike.getLast().get("weight"));
        assertThat(Arrays.stream(after.values()).boxed().toList())
                .containsAll(Arrays.stream(before.values()).boxed().toList());
        assertThat(before.total()).isEqualTo(300);
    }

    @Test
    void countsTextsThatNoCategoryHasTogether() {
        var rows = new ArrayList<Map<String, String>>();
        for (var row = 0; row < 5_000; row++) {
            rows.add(Map.of("note", "text " + row));
        }

        var told = (CategoricalDistribution) distribution(rows, "note");

        assertThat(told.counts().size()).isBetween(100, TextCounts.MOST + 1);
        assertThat(told.present()).isEqualTo(5_000);
    }

    private static double mean(NumericDistribution distribution) {
        var sum = 0.0;
        for (var i = 0; i < distribution.values().length; i++) {
            sum += distribution.values()[i] * distribution.counts()[i];
        }
        return sum / distribution.present();
    }

    private static FeatureDistribution distribution(List<Map<String, String>> rows, String feature) {
        return requireNonNull(profile(rows).distributions().get(feature));
    }

    private static FeatureProfile profile(List<Map<String, String>> rows) {
        var profile = new FeatureRows();
        rows.forEach(profile::add);
        return profile.profile();
    }

    private static List<Map<String, String>> rows(Random random, int size) {
        var rows = new ArrayList<Map<String, String>>();
        for (var row = 0; row < size; row++) {
            var features = new TreeMap<String, String>();
            if (random.nextInt(10) > 0) {
                features.put("weight", String.valueOf(Math.exp(4 + 0.3 * random.nextGaussian())));
            }
            features.put("change", String.valueOf(random.nextGaussian()));
            features.put("pulse", String.valueOf(60 + random.nextInt(60)));
            features.put("unit", random.nextBoolean() ? "ICU" : "ER");
            features.put("bed", "bed " + random.nextInt(2_000));
            rows.add(features);
        }
        return rows;
    }
}
