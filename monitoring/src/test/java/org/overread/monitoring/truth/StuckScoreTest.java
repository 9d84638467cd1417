package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.drift.Column;
import org.overread.monitoring.drift.ColumnDrift;
import org.overread.monitoring.drift.DriftBasis;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.DriftRule;
import org.overread.monitoring.drift.Judging;
import org.overread.monitoring.drift.Mark;
import org.overread.monitoring.profile.NumericDistribution;
import org.overread.monitoring.truth.Fact.Weight;

/** Scores of some months after a reference window of 3,000, each score of which is another. */
class StuckScoreTest {
    private static final NumericDistribution REFERENCE = scores(0, 3_000);

    @Test
    @DisplayName("C1: a version that gives most patients one and the same score is told as such, after one month of it")
    void tellsAStuckScore() {
        assertThat(DriftFacts.of(report(REFERENCE, scores(0, 1_000), scores(600, 1_000))))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.weight()).isEqualTo(Weight.CONCERN);
                    // statsmodels: proportion_confint(600, 1000, method="wilson") -> 0.569, 0.630
                    assertThat(fact.sentence())
                            .isEqualTo(
                                    "It gives most patients one and the same score: 0.12 in 60 % (57–63 %) of predictions"
                                            + " of the latest month, where no score came in more than 0.1 % in the reference"
                                            + " window.");
                });
        assertThat(sentences(report(REFERENCE, scores(1_000, 1_000), scores(1_000, 1_000))))
                .as("drift says the same less clearly")
                .singleElement()
                .asString()
                .startsWith("It gives most patients one and the same score: 0.12 in 100 %");
    }

    @Test
    @DisplayName("C8: a score that is frequent, was as frequent before, or of few predictions is not told as stuck")
    void isSilentOfWhatIsUsual() {
        assertThat(stuck(report(REFERENCE, scores(500, 1_000)))).isTrue();
        assertThat(stuck(report(REFERENCE, scores(499, 1_000)))).isFalse();
        assertThat(stuck(report(scores(1_000, 3_000), scores(660, 1_000)))).isFalse();
        assertThat(stuck(report(scores(1_000, 3_000), scores(670, 1_000)))).isTrue();
        assertThat(stuck(report(REFERENCE, scores(199, 199)))).isFalse();
        assertThat(stuck(report(REFERENCE, scores(200, 200)))).isTrue();
        assertThat(stuck(report(REFERENCE, scores(600, 1_000), scores(0, 1_000))))
                .isFalse();
        assertThat(stuck(new DriftReport(null, DriftRule.DEFAULT, DriftBasis.NOTHING, List.of())))
                .isFalse();
    }

    @Test
    @DisplayName("C3: where another score stands for few, it is not told in how many the same one came")
    void tellsNoShareOfFew() {
        assertThat(sentences(report(REFERENCE, scores(990, 1_000))))
                .contains("It gives most patients one and the same score: 0.12 in the latest month.");
        assertThat(sentences(report(REFERENCE, scores(989, 1_000))))
                .first()
                .asString()
                .contains("0.12 in 99 %");
    }

    private static boolean stuck(DriftReport report) {
        return StuckScore.of(report).isPresent();
    }

    private static List<String> sentences(DriftReport report) {
        return DriftFacts.of(report).map(Fact::sentence).toList();
    }

    private static DriftReport report(NumericDistribution reference, NumericDistribution... months) {
        var marks = Arrays.stream(months)
                .map(month -> new Mark(
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Judging.of(DriftRule.DEFAULT, List.of(ColumnDrift.of(Column.SCORE, reference, month)))
                                .getFirst()))
                .toList();
        return new DriftReport(
                null,
                DriftRule.DEFAULT,
                DriftBasis.NOTHING,
                List.of(new DriftFinding(Column.SCORE, marks.getLast().judged(), marks, 2, 3)));
    }

    /** So many scores of 0.12 among others that are all different. */
    private static NumericDistribution scores(int same, int all) {
        var random = new SplittableRandom(1);
        return NumericDistribution.of(DoubleStream.concat(
                        DoubleStream.generate(() -> 0.12).limit(same),
                        DoubleStream.generate(random::nextDouble).limit(all - same))
                .toArray());
    }
}
