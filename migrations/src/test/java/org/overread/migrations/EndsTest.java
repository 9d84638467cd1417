package org.overread.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EndsTest {
    @Test
    @DisplayName("G6: a database that ends again and again is given up")
    void givesUp() {
        var ends = new Ends();
        long minute = Duration.ofMinutes(1).toNanos();

        assertThat(LongStream.range(0, 5).map(i -> i * minute).anyMatch(ends::tooMany))
                .isFalse();
        assertThat(ends.tooMany(5 * minute)).isTrue();
        assertThat(ends.tooMany(30 * minute)).isFalse();
    }
}
