package org.overread.monitoring.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;

class ReliabilityCurvesTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private final IntakeBench bench = new IntakeBench();
    private final ReliabilityCurves curves = new PerformanceBench(bench).curves;

    @Test
    @DisplayName("C2: the curve is of the window and the site asked for, and anew after every batch")
    void isOfTheWindowAndAnewAfterEveryBatch() {
        assertThat(curves.of(OWNER, SEPSIS_2, Window.ALL).reason()).isEqualTo("no labelled predictions");

        send("a", "2025-01-10");
        assertThat(curves.of(OWNER, SEPSIS_2, Window.ALL).labelled()).isEqualTo(400);
        assertThat(curves.of(OWNER, SEPSIS_2, Window.ALL).labelled()).isEqualTo(400);

        send("b", "2025-02-10");
        assertThat(curves.of(OWNER, SEPSIS_2, Window.ALL).labelled()).isEqualTo(800);
        var february = new Window(Instant.parse("2025-02-01T00:00:00Z"), null, "north");
        assertThat(curves.of(OWNER, SEPSIS_2, february).labelled()).isEqualTo(400);
    }

    @Test
    @DisplayName("G1: who is limited to a site sees that site's curve only, and a clinician none")
    void keepsToTheLimitsOfTheRole() {
        send("a", "2025-01-10");
        var north = Actors.within(new Scope(null, null, "north"), "nina", Role.MODEL_OWNER);

        assertThat(curves.of(north, SEPSIS_2, new Window(null, null, "north")).labelled())
                .isEqualTo(400);
        assertThatThrownBy(() -> curves.of(north, SEPSIS_2, Window.ALL)).hasMessage("nina may not do this here");
        assertThatThrownBy(() -> curves.of(Actors.person("clara", Role.CLINICIAN), SEPSIS_2, Window.ALL))
                .hasMessage("clara may not do this here");
    }

    private void send(String prefix, String day) {
        var body = new StringBuilder("prediction_id,occurred_at,patient_ref,site,score,outcome\n");
        for (int i = 0; i < 400; i++) {
            body.append("%s%d,%sT00:00:00Z,%s%d,north,0.%d,%d%n"
                    .formatted(prefix, i, day, prefix, i, i % 2 * 6 + 2, i / 2 % 2));
        }
        bench.send(BodyFormat.CSV, body.toString());
    }
}
