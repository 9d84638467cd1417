package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AscendingTest {
    /** Few rows, more than are inserted one by one, and so many that several processors share them. */
    private static final int[] SIZES = {0, 1, 2, 33, 5_000, 250_000};

    enum Kind {
        SPREAD(SplittableRandom::nextDouble),
        CLOSE(random -> 0.3 + 1e-9 * random.nextDouble()),
        FEW(random -> random.nextInt(4) / 3.0),
        EQUAL(random -> 0.7),
        DENORMAL(random -> Double.MIN_VALUE * random.nextInt(1_000_000)),
        SKEWED(random -> Math.pow(random.nextDouble(), 40)),
        ONE_FAR_AWAY(random -> random.nextInt(100_000) == 0 ? 0 : 0.999 + 1e-6 * random.nextDouble()),
        SIGNED_ZERO(random -> random.nextBoolean() ? 0.0 : -0.0);

        private final ToDoubleFunction<SplittableRandom> score;

        Kind(ToDoubleFunction<SplittableRandom> score) {
            this.score = score;
        }

        double[] scores(int size) {
            var random = new SplittableRandom(size);
            return random.doubles(size).map(any -> score.applyAsDouble(random)).toArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("C1: scores of any spread are sorted, and equal ones stay in their order")
    void sortsAndKeepsTheOrderOfTies(Kind kind) {
        for (var size : SIZES) {
            var scores = kind.scores(size);

            var sorted = Ascending.of(scores);

            var stable = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> scores[row] + 0.0))
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(IntStream.range(0, size).map(sorted::carried).toArray()).isEqualTo(stable);
            assertThat(IntStream.range(0, size).mapToDouble(sorted::score).toArray())
                    .isEqualTo(IntStream.of(stable)
                            .mapToDouble(row -> scores[row] + 0.0)
                            .toArray());
        }
    }

    @Test
    @DisplayName("C1: a score that is no number, or no probability, is refused")
    void refusesWhatIsNoProbability() {
        for (var score : new double[] {Double.NaN, Math.nextUp(1.0), -Double.MIN_VALUE, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Ascending.of(new double[] {0.1, score}))
                    .withMessage("score " + score + " is not from 0 to 1");
        }
    }
}
