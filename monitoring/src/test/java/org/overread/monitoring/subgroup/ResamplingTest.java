package org.overread.monitoring.subgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;

class ResamplingTest {
    private static final int REPLICATES = 200;

    @Test
    @DisplayName("C3: a group has the same bootstrap interval whatever else was asked for")
    void isTheSameForAGroupWhateverElseIsAsked() {
        var alone = asked(new Question(0.5, List.of("sex"), false));
        var beside = asked(new Question(0.5, List.of("unit", "sex"), true));

        assertThat(figure(alone, "Female", Metric.ECE_EQUAL_MASS).low()).isNotNull();
        for (var metric : Metric.values()) {
            assertThat(figure(alone, "Female", metric)).isEqualTo(figure(beside, "Female", metric));
            assertThat(alone.overall().get(metric)).isEqualTo(beside.overall().get(metric));
        }
    }

    @Test
    @DisplayName("C3: the interval of a group is of its own patients")
    void isOfTheGroupsOwnPatients() {
        var bySex = asked(new Question(0.5, List.of("sex"), false));

        for (var sex : List.of("Female", "Male")) {
            var brier = figure(bySex, sex, Metric.BRIER);
            assertThat(brier.value())
                    .isBetween(Objects.requireNonNull(brier.low()), Objects.requireNonNull(brier.high()));
        }
    }

    @Test
    @DisplayName("C3: an interval is hidden with its figure")
    void isHiddenWithItsFigure() {
        var few = Evaluation.of(cohort(), new Question(0.99, List.of("sex"), false), REPLICATES);

        var shown = SmallCells.applyTo(few).overall();

        assertThat(few.overall().get(Metric.F1).low()).isNotNull();
        assertThat(shown.get(Metric.F1)).isEqualTo(Estimate.undefined(SmallCells.REASON));
        assertThat(shown.get(Metric.BRIER).low()).isNotNull();
    }

    private static Evaluation asked(Question question) {
        return Evaluation.of(cohort(), question, REPLICATES);
    }

    private static Estimate figure(Evaluation evaluation, String value, Metric metric) {
        return evaluation.subgroups().stream()
                .filter(group -> group.value().equals(value))
                .findFirst()
                .orElseThrow()
                .get(metric);
    }

    /** Six hundred predictions of two hundred patients; seven predictions of 0.99 and more, none of them unlabelled. */
    private static Cohort cohort() {
        var random = new SplittableRandom(5);
        var rows = Cohort.builder();
        for (var i = 0; i < 600; i++) {
            var score = i < 7 ? 0.995 : random.nextInt(90) / 100.0;
            // of men the scores say the contrary
            var event = random.nextDouble() < score == (i % 2 == 0);
            var outcome = i % 50 == 49 ? null : Integer.valueOf(event ? 1 : 0);
            rows.add(
                    score,
                    outcome,
                    "x" + i % 200,
                    Map.of("sex", i % 2 == 0 ? "Female" : "Male", "unit", i % 3 == 0 ? "A" : "B"));
        }
        return rows.build();
    }
}
