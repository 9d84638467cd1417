package org.overread.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DayWordsTest {
    private static final Instant MORNING = Instant.parse("2026-05-04T08:15:00Z");

    @Test
    @DisplayName("A6: a time in a sentence can be told in the zone of who reads it")
    void retellsTheTimesInASentence() {
        var sentence = "Open since %s; served until %s.".formatted(DayWords.minute(MORNING), DayWords.minute(MORNING));

        assertThat(sentence).isEqualTo("Open since 4 May 2026, 08:15 UTC; served until 4 May 2026, 08:15 UTC.");
        assertThat(DayWords.retold(sentence, Instant::toString))
                .isEqualTo("Open since 2026-05-04T08:15:00Z; served until 2026-05-04T08:15:00Z.");
    }

    @Test
    void leavesEverythingElseAsItIs() {
        for (var words : new String[] {"On 4 May 2026.", "In 2026, 08:15 UTC", "4 Mai 2026, 08:15 UTC", "$1 \\ {}"}) {
            assertThat(DayWords.retold(words, Instant::toString)).isEqualTo(words);
        }
    }
}
