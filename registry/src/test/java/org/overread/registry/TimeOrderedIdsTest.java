package org.overread.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    @Test
    @DisplayName("C2: ids are version 7 of RFC 9562, rise strictly and say when they were made")
    void riseWithTime() {
        long before = Instant.now().toEpochMilli();

        var ids = Stream.generate(TimeOrderedIds::next).limit(100_000).toList();

        assertThat(ids).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(ids.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
        assertThat(ids.getFirst().getMostSignificantBits() >>> 16).isBetween(before, before + 5_000);
    }
}
