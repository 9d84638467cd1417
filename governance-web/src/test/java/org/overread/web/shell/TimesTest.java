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
    @DisplayName("A6: a time within a sentence is told in the zone of who reads it, as all times of the page")
    void tellsSentencesInTheZoneOfTheReader() {
        assertThat(Times.told("Severe alert open since 4 May 2026, 23:30 UTC: drift.", ZoneId.of("Europe/Berlin")))
                .isEqualTo("Severe alert open since 5 May 2026, 01:30 CEST: drift.");
        assertThat(Times.told("It serves until 4 January 2026, 12:00 UTC.", ZoneId.of("America/Chicago")))
                .isEqualTo("It serves until 4 Jan 2026, 06:00 CST.");
    }

    @Test
    void takesTheZoneThatIsNamed() {
        assertThat(Times.zone("Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(Times.zone(" America/Chicago ")).isEqualTo(ZoneId.of("America/Chicago"));
    }
}
