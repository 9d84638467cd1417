package org.overread.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.profile.NumericDistribution;

class FeatureTallyTest {
    private static final Column DOSE = Column.feature("dose");

    @Test
    @DisplayName("C1: a column is numeric when all its values are numbers, in all windows alike")
    void infersOneKindForAllWindows() {
        var tally = new FeatureTally(2);
        tally.add(0, Map.of("dose", "1.50", "ward", "3"), 0.25, 1);
        tally.add(0, Map.of("dose", "NaN"), null, null);
        tally.add(1, Map.of("dose", "1.5", "ward", "3b"), 0.5, 0);

        var windows = tally.distributions();

        assertThat(windows.getFirst())
                .containsEntry(DOSE, new NumericDistribution(new double[] {1.5}, new long[] {1}, 1))
                .containsEntry(Column.feature("ward"), Sample.categories(1, Map.of("3", 1L)))
                .containsEntry(Column.SCORE, new NumericDistribution(new double[] {0.25}, new long[] {1}, 1))
                .containsEntry(Column.OUTCOME, Sample.categories(1, Map.of("1", 1L)));
        assertThat(windows.getLast()).containsEntry(Column.feature("ward"), Sample.categories(0, Map.of("3b", 1L)));
    }

    @Test
    @DisplayName("C1: a column that a window does not have is missing there")
    void countsAbsentColumnsAsMissing() {
        var tally = new FeatureTally(2);
        tally.add(0, Map.of(), null, null);
        tally.add(1, Map.of("dose", "2"), null, null);

        assertThat(tally.distributions().getFirst())
                .containsEntry(DOSE, new NumericDistribution(new double[0], new long[0], 1));
    }

    @Test
    @DisplayName("C1: words that only Java takes for numbers are categories")
    void takesWordsForWords() {
        var tally = new FeatureTally(1);
        tally.add(0, Map.of("grade", "2d", "code", "0x1p3", "limit", "1e999"), null, null);

        assertThat(tally.distributions().getFirst().values()).noneMatch(NumericDistribution.class::isInstance);
    }

    @Test
    @DisplayName("C1: very many values are rounded, very many categories counted together, and none is lost")
    void keepsItsMemoryFlat() {
        var tally = new FeatureTally(1);
        for (int i = 0; i < 200_000; i++) {
            tally.add(0, Map.of("dose", "" + (1 + i / 1e9), "key", "k" + i), null, null);
        }

        var window = tally.distributions().getFirst();

        assertThat(window.get(DOSE)).isInstanceOfSatisfying(NumericDistribution.class, dose -> {
            assertThat(dose.values()).hasSizeLessThan(50_001);
            assertThat(dose.present()).isEqualTo(200_000);
        });
        assertThat(window.get(Column.feature("key")))
                .isInstanceOfSatisfying(org.overread.monitoring.profile.CategoricalDistribution.class, key -> {
                    assertThat(key.counts()).hasSize(50_001).containsEntry("(others)", 150_000L);
                });
    }
}
