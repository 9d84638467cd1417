package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.overread.monitoring.metric.Patterned.scored;

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
        var builder = LadderBuilder.exact(2, 0, 10);
        builder.add(.5, true);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(.4, true));
        assertThatIllegalStateException().isThrownBy(builder::build).withMessage("1 rows came, 2 were announced");
    }
}
