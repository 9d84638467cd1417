package org.overread.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.profile.Profiling;

class ProfileRoundsTest {
    private final CountedProfiling profiling = new CountedProfiling();
    private final Preparations preparations = new Preparations();
    private final ProfileRounds rounds = new ProfileRounds();

    private static final class CountedProfiling extends Profiling {
        private int asked;
        private boolean away;

        @Override
        public int rebuild(int limit) {
            asked++;
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            return 0;
        }
    }

    @BeforeEach
    void wire() {
        rounds.profiling = profiling;
        rounds.preparations = preparations;
        preparations.executor = work -> {};
    }

    @Test
    @DisplayName("C4: profiles that late outcomes left behind are made anew, also after an outage")
    void goesOnAfterAnOutage() {
        profiling.away = true;
        rounds.round();
        profiling.away = false;
        rounds.round();

        assertThat(profiling.asked).isEqualTo(2);
    }

    @Test
    void waitsUntilAllIsPrepared() {
        preparations.begin("The ward", () -> {});

        rounds.round();

        assertThat(profiling.asked).isZero();
    }
}
