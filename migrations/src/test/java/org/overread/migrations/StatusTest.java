package org.overread.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final Instant BEGUN = Instant.parse("2026-05-04T12:00:00Z");
    private static final ReadyAnswer READY = new ReadyAnswer(true, true, true, "", "");
    private static final ReadyAnswer LOADING = new ReadyAnswer(false, true, true, "month 7 of 18", "");
    private static final ReadyAnswer FAILED = new ReadyAnswer(false, true, true, "", "It broke.");
    private static final ReadyAnswer WITHOUT_DATABASE = new ReadyAnswer(false, true, false, "", "");
    private static final String HERE = "127.0.0.1:5432";

    @Test
    @DisplayName("G4: status is ready only when server and database answer")
    void isReadyWhenAllAnswer() {
        assertThat(code(true, BEGUN, true, READY, HERE)).isEqualTo(Status.READY);
        assertThat(code(true, BEGUN, true, READY, null)).isEqualTo(Status.READY);
        assertThat(code(true, BEGUN, true, READY, "")).isEqualTo(Status.WRONG);
        assertThat(code(true, BEGUN, true, WITHOUT_DATABASE, "")).isEqualTo(Status.WRONG);
        assertThat(code(true, BEGUN, true, null, HERE)).isEqualTo(Status.WRONG);
        assertThat(code(true, null, true, null, HERE)).isEqualTo(Status.WRONG);
    }

    @Test
    @DisplayName("G4: status tells a start from a failure")
    void tellsAStartFromAFailure() {
        assertThat(new Status(true, null, false, false, null, "").code()).isEqualTo(Status.STARTING);
        assertThat(code(true, BEGUN, false, null, HERE)).isEqualTo(Status.STARTING);
        assertThat(code(true, BEGUN, false, LOADING, HERE)).isEqualTo(Status.STARTING);
        assertThat(code(true, BEGUN, false, FAILED, HERE)).isEqualTo(Status.WRONG);
    }

    @Test
    @DisplayName("G4: status does not call stopped what a killed launcher has left running")
    void findsWhatWasLeftRunning() {
        assertThat(code(false, null, false, null, null)).isEqualTo(Status.STOPPED);
        assertThat(code(false, null, true, null, "")).isEqualTo(Status.STOPPED);
        assertThat(code(false, BEGUN, true, READY, HERE)).isEqualTo(Status.WRONG);
        assertThat(code(false, null, true, null, HERE)).isEqualTo(Status.WRONG);
    }

    private static int code(
            boolean launcher,
            @Nullable Instant server,
            boolean was,
            @Nullable ReadyAnswer answer,
            @Nullable String database) {
        return new Status(launcher, server, true, was, answer, database).code();
    }
}
