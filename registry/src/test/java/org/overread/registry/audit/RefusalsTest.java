package org.overread.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.RecordingAuditTrail.Recorded;

class RefusalsTest {
    private static final Actor ADA = Actors.person("ada", Role.CLINICIAN);

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final Refusals refusals = new Refusals();
    private Instant now = Instant.parse("2026-05-04T12:00:00Z");

    @BeforeEach
    void wire() {
        refusals.trail = trail;
        refusals.clock = () -> now;
    }

    @Test
    @DisplayName("C7: who was refused what is on record, in names that the product gave")
    void recordsWhatWasTried() {
        refusals.record(ADA, "exportDossier", "read a dossier", "42", "sepsis");

        assertThat(trail.recorded())
                .containsExactly(new Recorded(
                        ADA,
                        new Deed(
                                "access.refused",
                                "operation",
                                "42",
                                "sepsis",
                                "tried to read a dossier, without the right",
                                Map.of("operation", "exportDossier"))));
    }

    @Test
    @DisplayName("C7: the same attempt again and again is one entry a minute")
    void countsTheSameAttemptOnce() {
        for (int i = 0; i < 100; i++) {
            refusals.record(ADA, "exportDossier", "read a dossier", "42", "sepsis");
        }
        refusals.record(ADA, "exportDossier", "read a dossier", "43", "sepsis");
        refusals.record(Actors.person("ben", Role.CLINICIAN), "exportDossier", "read a dossier", "42", "sepsis");
        assertThat(trail.recorded()).hasSize(3);

        now = now.plusSeconds(60);
        refusals.record(ADA, "exportDossier", "read a dossier", "42", "sepsis");
        assertThat(trail.recorded()).hasSize(4);
    }
}
