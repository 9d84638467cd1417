package org.overread.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AwaitReadyTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    @DisplayName("G4: a server that gets on is waited for, however long it takes; one that does not is given up")
    void waitsAsLongAsThereIsProgress() {
        var patience = new Patience(0);
        for (int minute = 1; minute <= 60; minute++) {
            assertThat(patience.lost(minute * 60 * SECOND, "entry " + minute)).isFalse();
        }
        assertThat(patience.lost((60 + 5) * 60 * SECOND, "entry 60")).isFalse();
        assertThat(patience.lost((60 + 5) * 60 * SECOND + 1, "entry 60")).isTrue();
    }

    @Test
    @DisplayName("G4: the readiness answer tells the step, the failure and whether the database answers")
    void readsTheAnswer() {
        var loading = ReadyAnswer.read(
                503,
                "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"database\",\"status\":\"UP\"},{\"name\":\"preparations\","
                        + "\"status\":\"DOWN\",\"data\":{\"step\":\"The demonstration hospital: month 7 of 18\"}}]}");
        var failed = ReadyAnswer.read(
                503,
                "{\"checks\":[{\"name\":\"preparations\",\"status\":\"DOWN\",\"data\":{\"failed\":\"It \\\"broke\\\".\"}}]}");

        assertThat(loading)
                .isEqualTo(new ReadyAnswer(false, true, true, "The demonstration hospital: month 7 of 18", ""));
        assertThat(failed.failure()).isEqualTo("It \"broke\".");
        assertThat(ReadyAnswer.read(200, "{\"status\":\"UP\",\"checks\":[]}").ready())
                .isTrue();
        assertThat(ReadyAnswer.read(503, "{\"data\":{\"ROOT.war\":\"FAILED\"}}").failure())
                .isEqualTo("The application could not be deployed.");
    }

    @Test
    @DisplayName("G4: in a log the steps are told in lines now and then, on a screen in one line")
    void tellsTheStep() {
        assertThat(told(false)).isEqualTo("""
                  Starting the server … 10 s: month 1
                  Starting the server … 20 s: month 2
                  Starting the server … 35 s: month 2
                """);
        assertThat(told(true))
                .startsWith("\r  Starting the server … 0 s: month 1\r")
                .endsWith("36 s: month 2\n");
    }

    @Test
    @DisplayName("G4: of a server's log the first fault is told, with its causes and without the stack")
    void findsTheReason() {
        assertThat(ServerLog.reasons(List.of(
                        "10:00:00,001 INFO  [org.jboss] started",
                        "10:00:01,001 ERROR [org.jboss.msc] MSC000001: Failed to start service",
                        "\tat org.jboss.Something(Something.java:1)",
                        "Caused by: java.lang.IllegalStateException: no key",
                        "\tat org.overread.Something(Something.java:1)",
                        "10:00:02,001 ERROR [org.jboss.as] another")))
                .containsExactly(
                        "10:00:01,001 ERROR [org.jboss.msc] MSC000001: Failed to start service",
                        "Caused by: java.lang.IllegalStateException: no key");
        assertThat(ServerLog.reasons(List.of("one", "two"))).containsExactly("one", "two");
    }

    private static String told(boolean screen) {
        var bytes = new ByteArrayOutputStream();
        var telling =
                new Telling("Starting the server", screen, new PrintStream(bytes, true, StandardCharsets.UTF_8), 0);
        for (int second = 0; second <= 36; second++) {
            telling.tell(second * SECOND, second < 12 ? "month 1" : "month 2");
        }
        telling.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
