package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.overread.monitoring.metric.Patterned.scored;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LadderTest {
    @Test
    void countsEventsAndNonEventsAtEachDistinctScore() {
        var ladder = Patterned.ladder(scored(.4, .2, .4, .2, .9, .2), 1, 0, 0, 0, -1, 1);

        assertThat(ladder.steps()).isEqualTo(2);
        assertThat(ladder.score(0)).isEqualTo(.2);
        assertThat(ladder.events(0)).isEqualTo(1);
        assertThat(ladder.nonEvents(0)).isEqualTo(2);
        assertThat(ladder.events()).isEqualTo(2);
        assertThat(ladder.nonEvents()).isEqualTo(3);
        assertThat(ladder.size()).isEqualTo(5);
    }

    @Test
    void minusZeroIsZero() {
        assertThat(Patterned.ladder(scored(-0.0, 0.0), 0, 1).steps()).isEqualTo(1);
    }

    @Test
    void refusesScoresThatAreNoProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> Patterned.ladder(scored(Double.NaN), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Patterned.ladder(scored(1.01), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Patterned.ladder(scored(-.01), 0));
    }

    @Test
    void refusesRowsOutOfOrder() {
        var builder = new LadderBuilder(2, 10);
        builder.add(.5, true);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(.4, true));
        assertThatIllegalStateException().isThrownBy(builder::build).withMessage("1 rows came, 2 were announced");
    }

    @Test
    void countingOnTheGridOfMillionthsEqualsSorting() {
        var random = new Random(7);
        var rows = 120_000;
        var onGrid = new double[rows];
        for (var i = 0; i < rows; i++) {
            onGrid[i] = random.nextInt(1_000_001) / 1_000_000.0;
        }
        var offGrid = onGrid.clone();
        offGrid[0] = Math.nextUp(.5);

        var counted = Ranking.of(onGrid, rows);
        var sorted = Ranking.of(offGrid, rows);

        for (var row = 1; row < rows; row++) {
            assertThat(counted.score(counted.step(row))).isEqualTo(onGrid[row]);
            assertThat(sorted.score(sorted.step(row))).isEqualTo(onGrid[row]);
        }
        for (var step = 1; step < counted.size(); step++) {
            assertThat(counted.score(step)).isGreaterThan(counted.score(step - 1));
        }
    }
}
