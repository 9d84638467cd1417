package org.overread.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Auroc;
import org.overread.monitoring.metric.Ladder;

class AdherenceAdjustedTest {
    private static final double THRESHOLD = 0.3;
    private static final int SIZE = 4_000;

    /** Scores that are the true risk; the higher a flagged one, the likelier somebody acts, and averts 7 in 10 events. */
    private static final class Treated {
        final double[] scores = new double[SIZE];
        final boolean[] untreated = new boolean[SIZE];
        final boolean[] observed = new boolean[SIZE];
        final boolean[] acted = new boolean[SIZE];

        Treated(long seed) {
            var chance = new SplittableRandom(seed);
            for (var i = 0; i < SIZE; i++) {
                scores[i] = Math.round(1_000 / (1 + Math.exp(1.5 - 1.2 * chance.nextGaussian()))) / 1_000.0;
                untreated[i] = chance.nextDouble() < scores[i];
                acted[i] = scores[i] >= THRESHOLD && chance.nextDouble() < 0.2 + 0.6 * scores[i];
                observed[i] = untreated[i] && !(acted[i] && chance.nextDouble() < 0.7);
            }
        }

        AnsweredCases cases() {
            return new AnsweredCases(
                    scores, observed, acted, LongStream.range(0, SIZE).toArray());
        }

        double auroc(boolean[] events) {
            var bytes = new byte[SIZE];
            IntStream.range(0, SIZE).forEach(i -> bytes[i] = (byte) (events[i] ? 1 : 0));
            return Objects.requireNonNull(Auroc.of(Ladder.of(scores, bytes, 10)).area());
        }

        double ppv(boolean[] events) {
            var flagged =
                    IntStream.range(0, SIZE).filter(i -> scores[i] >= THRESHOLD).toArray();
            return (double) IntStream.of(flagged).filter(i -> events[i]).count() / flagged.length;
        }
    }

    @Test
    @DisplayName("C6: on simulated treated cohorts the adjusted estimate is nearer the truth than the naive one")
    void isNearerTheTruth() {
        var nearer = 0;
        var covered = 0;
        var cohorts = 20;
        for (var seed = 1; seed <= cohorts; seed++) {
            var treated = new Treated(seed);
            var adjusted = AdherenceAdjusted.of(treated.cases(), THRESHOLD, seed);
            var truth = treated.auroc(treated.untreated);
            var ppv = treated.ppv(treated.untreated);
            var auroc = adjusted.auroc();
            nearer += Math.abs(Objects.requireNonNull(auroc.value()) - truth)
                                    < Math.abs(treated.auroc(treated.observed) - truth)
                            && Math.abs(Objects.requireNonNull(adjusted.ppv().value()) - ppv)
                                    < Math.abs(treated.ppv(treated.observed) - ppv)
                    ? 1
                    : 0;
            covered += Objects.requireNonNull(auroc.low()) <= truth && truth <= Objects.requireNonNull(auroc.high())
                    ? 1
                    : 0;
        }

        assertThat(nearer).isEqualTo(cohorts);
        assertThat(covered).isGreaterThanOrEqualTo(18);
    }

    @Test
    void changesNothingWhereNobodyActs() {
        var treated = new Treated(1);
        var cases = new AnsweredCases(
                treated.scores,
                treated.untreated,
                new boolean[SIZE],
                LongStream.range(0, SIZE).toArray());

        var adjusted = AdherenceAdjusted.of(cases, THRESHOLD, 1);

        assertThat(adjusted.auroc().value()).isCloseTo(treated.auroc(treated.untreated), within(1e-12));
        assertThat(adjusted.ppv().value()).isCloseTo(treated.ppv(treated.untreated), within(1e-12));
        assertThat(adjusted.effective()).isCloseTo(SIZE, within(1e-6));
    }

    @Test
    @DisplayName("C6: where nearly everybody is acted on there is a reason and no figure")
    void saysSoWhereEverybodyIsActedOn() {
        var treated = new Treated(1);
        for (var i = 0; i < SIZE; i++) {
            treated.acted[i] = treated.scores[i] >= THRESHOLD;
        }

        var adjusted = AdherenceAdjusted.of(treated.cases(), THRESHOLD, 1);

        assertThat(adjusted.auroc().value()).isNull();
        assertThat(adjusted.ppv().reason()).contains("fewer than 11 show what happens otherwise");
        assertThat(adjusted.effective()).isZero();
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        var cases = new Treated(3).cases();

        assertThat(AdherenceAdjusted.of(cases, THRESHOLD, 7)).isEqualTo(AdherenceAdjusted.of(cases, THRESHOLD, 7));
        assertThat(AdherenceAdjusted.of(
                                new AnsweredCases(new double[0], new boolean[0], new boolean[0], new long[0]), 0.3, 1)
                        .auroc()
                        .reason())
                .isEqualTo("no case with a known outcome");
    }
}
