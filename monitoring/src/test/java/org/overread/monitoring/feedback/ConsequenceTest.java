package org.overread.monitoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.feedback.FeedbackFixtures.NOON;
import static org.overread.monitoring.feedback.FeedbackFixtures.SEPSIS_2;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.registry.Digest;
import org.overread.registry.catalog.Stage;

class ConsequenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OVERRIDDEN     | PILOT  | IN_EFFECT | Your override was counted among 1,041. Version 2 went live at north on 1 March 2026.
            ACCEPTED       | SILENT | IN_EFFECT | Your acceptance was counted among 1,041. Version 2 entered silent run at north on 1 March 2026.
            SAFETY_CONCERN | PILOT  | HELD_BACK | Your safety concern was counted among 1,041. Version 2 was held back from pilot at north on 1 March 2026: the gate stayed shut.
            OVERRIDDEN     | PILOT  | REJECTED  | Your override was counted among 1,041. Version 2 was not let into pilot at north on 1 March 2026.
            OVERRIDDEN     | PILOT  | UNDECIDED | Your override was counted among 1,041. Version 2 is asked for at north; it is not decided yet.
            """)
    void isToldInOneBreath(FeedbackKind kind, Stage target, Consequence.Outcome outcome, String sentence) {
        var consequence = new Consequence(SEPSIS_2, target, "north", outcome, Digest.of("ids"), 1_041, NOON, null);

        assertThat(consequence.sentence(kind)).isEqualTo(sentence);
        assertThat(consequence.decided()).isEqualTo(outcome != Consequence.Outcome.UNDECIDED);
    }

    @Test
    @DisplayName("A9: its giver is told when what went live no longer is")
    void tellsThatItIsOver() {
        var until = NOON.plus(Duration.ofDays(3));
        var over = new Consequence(
                SEPSIS_2, Stage.PILOT, "north", Consequence.Outcome.IN_EFFECT, Digest.of("ids"), 41, NOON, until);

        assertThat(over.sentence(FeedbackKind.OVERRIDDEN))
                .isEqualTo("Your override was counted among 41. Version 2 went live at north on 1 March 2026,"
                        + " and left pilot there on 4 March 2026.");
    }
}
