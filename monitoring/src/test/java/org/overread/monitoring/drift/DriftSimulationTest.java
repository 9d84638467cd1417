package org.overread.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.profile.FeatureDistribution;

/** A few of the years that {@link DriftSimulationBenchmark} measures many of. */
class DriftSimulationTest {
    private final DriftSimulation simulation = new DriftSimulation(DriftRule.DEFAULT);

    @Test
    @DisplayName("C8: a step, a change of category, a slow creep and a vanishing column are found, and nothing else")
    void findsWhatDrifts() {
        for (long seed = 1; seed <= 2; seed++) {
            assertThat(simulation.year(seed, true).found()).containsExactlyInAnyOrderElementsOf(SyntheticYear.DRIFTING);
        }
    }

    @Test
    @DisplayName("C8: stationary years stay quiet")
    void keepsQuietWhenNothingDrifts() {
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(simulation.year(seed, false).found()).isEmpty();
        }
    }

    @Test
    @DisplayName("C8: of 50 features that do not drift, a window names any at or under the declared rate")
    void keepsToTheDeclaredRate() {
        var random = new SplittableRandom(11);
        var everyEffectMatters = new DriftRule(0.05, 1e-9, 1e-9, 1e-9, 1e-9, 1, 1, 1);
        int windows = 120;
        int named = 0;
        for (int window = 0; window < windows; window++) {
            var judged = Judging.of(everyEffectMatters, fiftyFeatures(random));
            named += judged.stream().anyMatch(JudgedColumn::moved) ? 1 : 0;
        }

        assertThat((double) named / windows).isLessThanOrEqualTo(everyEffectMatters.alpha());
    }

    private static List<ColumnDrift> fiftyFeatures(SplittableRandom random) {
        var columns = new ArrayList<ColumnDrift>();
        for (int i = 0; i < 50; i++) {
            boolean numeric = i % 2 == 0;
            columns.add(ColumnDrift.of(
                    Column.feature("feature " + i), draw(random, 400, numeric), draw(random, 200, numeric)));
        }
        return columns;
    }

    private static FeatureDistribution draw(SplittableRandom random, int rows, boolean numeric) {
        var tally = new FeatureTally(1);
        for (int i = 0; i < rows; i++) {
            tally.add(
                    0,
                    random.nextInt(10) == 0
                            ? Map.of()
                            : Map.of("x", numeric ? "" + random.nextGaussian() : "abcd".substring(random.nextInt(4))),
                    null,
                    null);
        }
        return tally.distributions().getFirst().firstEntry().getValue();
    }
}
