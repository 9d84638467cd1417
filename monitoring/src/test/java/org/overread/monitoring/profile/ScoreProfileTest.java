package org.overread.monitoring.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.profile.Scores.Spread;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Question;
import org.overread.monitoring.subgroup.SmallCells;

class ScoreProfileTest {
    private static final double THRESHOLD = 0.15;

    @ParameterizedTest
    @EnumSource(Spread.class)
    @DisplayName("C2: the AUROC of merged profiles is within 0.0001 of the exact one, however skewed the scores are")
    void keepsTheArea(Spread spread) {
        var scores = Scores.of(spread, 60_000, 30_000, 11);
        var exact = Evaluation.of(scores.cohort(), question(THRESHOLD));

        var window = window(ScoreProfile.merged(scores.parts(THRESHOLD, 30, new Random(5))));
        var told = Evaluation.of(window, question(THRESHOLD));

        assertThat(window.fineEnough()).isTrue();
        assertThat(value(told, Metric.AUROC)).isCloseTo(value(exact, Metric.AUROC), within(1e-4));
        assertThat(told.overall().get(Metric.AUROC).low())
                .isCloseTo(exact.overall().get(Metric.AUROC).low(), within(1e-4));
        assertThat(value(told, Metric.AUPRC)).isCloseTo(value(exact, Metric.AUPRC), within(4e-3));
        assertThat(value(told, Metric.BRIER)).isCloseTo(value(exact, Metric.BRIER), within(5e-6));
        assertThat(value(told, Metric.OBSERVED_EXPECTED) / value(exact, Metric.OBSERVED_EXPECTED))
                .isCloseTo(1, within(1e-4));
        assertThat(value(told, Metric.CALIBRATION_IN_THE_LARGE))
                .isCloseTo(value(exact, Metric.CALIBRATION_IN_THE_LARGE), within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(Spread.class)
    @DisplayName("C2: at the declared threshold profiles count exactly, and find the same small cells")
    void countsExactlyAtTheThreshold(Spread spread) {
        for (var patients : new int[] {12, 40, 4_000}) {
            var scores = Scores.of(spread, 4_000, patients, patients);
            var exact = SmallCells.applyTo(Evaluation.of(scores.cohort(), question(THRESHOLD)));

            var told = SmallCells.applyTo(Evaluation.of(window(scores.profile(THRESHOLD)), question(THRESHOLD)));

            assertThat(counts(told)).isEqualTo(counts(exact));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.0312, 0.07, 0.3, 0.77, 1})
    @DisplayName("C3: at any other threshold no count is shown that stands for fewer patients than may be")
    void hidesFewPatientsAtAnyThreshold(double threshold) {
        for (var seed = 1; seed <= 20; seed++) {
            var scores = Scores.of(Spread.values()[seed % Spread.values().length], 3_000, 60 + 20 * seed, seed);

            var told = SmallCells.applyTo(Evaluation.of(window(scores.profile(THRESHOLD)), question(threshold)));

            var table = told.overall().figures().confusion();
            if (table != null) {
                // what is flagged are whole cells, so the flagged rows are those with the highest scores
                var flaggedEvents = patientsOfHighest(scores, table.truePositives(), 1);
                var flaggedNonEvents = patientsOfHighest(scores, table.falsePositives(), 0);
                assertThat(SmallCells.hides(flaggedEvents)).isFalse();
                assertThat(SmallCells.hides(flaggedNonEvents)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Spread.class)
    @DisplayName("C2: the order of merging never matters, and a profile made at once equals one made as data arrived")
    void isACommutativeMonoid(Spread spread) {
        var random = new Random(17);
        for (var round = 0; round < 5; round++) {
            var scores = Scores.of(spread, 300 + random.nextInt(6_000), 50, round);
            var parts = new ArrayList<>(scores.parts(THRESHOLD, 1 + random.nextInt(8), random));
            var atOnce = scores.profile(THRESHOLD);

            assertThat(ScoreProfile.merged(parts)).isEqualTo(atOnce);
            Collections.shuffle(parts, random);
            assertThat(inRandomPairs(parts, random)).isEqualTo(atOnce);
            assertThat(atOnce.and(ScoreProfile.empty(THRESHOLD))).isEqualTo(atOnce);
            assertThat(ScoreProfile.empty(THRESHOLD).and(atOnce)).isEqualTo(atOnce);
        }
    }

    @ParameterizedTest
    @EnumSource(Spread.class)
    void isTheSameAfterItWasStored(Spread spread) {
        for (var size : new int[] {0, 1, 700, 20_000}) {
            var profile = Scores.of(spread, size, 100, 3).profile(THRESHOLD);

            assertThat(ScoreBytes.read(ScoreBytes.of(profile))).isEqualTo(profile);
        }
    }

    @Test
    void isExactWithFewDistinctScores() {
        var profile = Scores.of(Spread.THREE_DECIMALS, 50_000, 1_000, 2).profile(THRESHOLD);

        assertThat(profile.exact()).isTrue();
    }

    @Test
    void knowsTheEndsOfTheScale() {
        var rows = new ScoreRows(0.5);
        for (var score : new double[] {0, Double.MIN_VALUE, 0.5, Math.nextDown(0.5), Math.nextDown(1.0), 1}) {
            rows.add(score, 1, 0, 1);
        }

        var window = window(rows.profile());
        assertThat(IntStream.range(0, window.steps()).mapToDouble(window::score))
                .containsExactly(0.0, Double.MIN_VALUE, Math.nextDown(0.5), 0.5, Math.nextDown(1.0), 1.0);
    }

    @Test
    @DisplayName(
            "C2: a peak too narrow for the cells beside a broad tail is noticed, one single value is not mistaken for it")
    void noticesWhenItIsTooCoarse() {
        var random = new Random(1);
        var peak = new ScoreRows(THRESHOLD);
        var value = new ScoreRows(THRESHOLD);
        for (var row = 0; row < 60_000; row++) {
            var tail = row % 10 == 0;
            var spread = Math.exp(-20 * random.nextDouble());
            peak.add(tail ? spread : 0.05 * (1 + 1e-3 * random.nextDouble()), row % 3 == 0 ? 1 : 0, 0, row);
            value.add(tail ? spread / 25 : 0.05, row % 3 == 0 ? 1 : 0, 0, row);
        }

        assertThat(window(peak.profile()).fineEnough()).isFalse();
        assertThat(window(value.profile()).fineEnough()).isTrue();
    }

    @Test
    void refusesAnotherThresholdAndAnotherVersion() {
        assertThatThrownBy(() -> ScoreProfile.empty(0.1).and(ScoreProfile.empty(0.2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScoreBytes.read(new byte[] {99}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a profile of version 1");
        assertThatThrownBy(() -> new ScoreRows(0.1).add(Double.NaN, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ScoreProfile inRandomPairs(List<ScoreProfile> parts, Random random) {
        var left = new ArrayList<>(parts);
        while (left.size() > 1) {
            var one = left.remove(random.nextInt(left.size()));
            var other = left.remove(random.nextInt(left.size()));
            left.add(one.and(other));
        }
        return left.getFirst();
    }

    private static long patientsOfHighest(Scores scores, long rows, int outcome) {
        return IntStream.range(0, scores.size())
                .filter(row -> scores.outcomes()[row] == outcome)
                .boxed()
                .sorted((one, other) -> Double.compare(scores.scores()[other], scores.scores()[one]))
                .limit(rows)
                .map(row -> scores.patients()[row])
                .distinct()
                .count();
    }

    private static WindowScores window(ScoreProfile profile) {
        return new WindowScores(profile, Scores.SLICES);
    }

    private static Question question(double threshold) {
        return new Question(threshold, List.of("sex"), false);
    }

    private static List<@Nullable Object> counts(Evaluation evaluation) {
        var counts = new ArrayList<@Nullable Object>();
        for (var group : evaluation.subgroups()) {
            counts.add(counts(group));
        }
        counts.add(counts(evaluation.overall()));
        return counts;
    }

    private static Map<String, String> counts(GroupFigures group) {
        return Map.of(
                "value", group.value(),
                "n", String.valueOf(group.n()),
                "labelled", String.valueOf(group.labelled()),
                "events", String.valueOf(group.events()),
                "disclosure", String.valueOf(group.disclosure()),
                "confusion", String.valueOf(group.figures().confusion()));
    }

    private static double value(Evaluation evaluation, Metric metric) {
        var value = evaluation.overall().get(metric).value();
        return value == null ? Double.NaN : value;
    }
}
