package org.overread.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "Etc/Unknown",
                "undefined",
                "null",
                "Mars/Olympus",
                "Europe/Berlin; DROP",
                "+99:00",
                "\u0000",
                "CET CEST"
            })
    @DisplayName("G1: a browser that names no zone, or one that nobody knows, is told the time in UTC")
    void fallsBackToUtc(String name) {
        assertThat(Times.zone(name)).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void takesTheZoneThatIsNamed() {
        assertThat(Times.zone("Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(Times.zone(" America/Chicago ")).isEqualTo(ZoneId.of("America/Chicago"));
    }
}
