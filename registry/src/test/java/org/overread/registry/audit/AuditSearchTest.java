package org.overread.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.InMemoryTrail;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.RecordingAuditTrail.Recorded;

class AuditSearchTest {
    private static final Actor.Person CORA = Actors.person("cora", Role.COMPLIANCE);
    private static final Actor.Person ADA = Actors.person("ada", Role.ADMINISTRATOR, Role.CHAIR, Role.MODEL_OWNER);

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final InMemoryTrail log = new InMemoryTrail();
    private final AuditSearch search = new AuditSearch();

    @BeforeEach
    void wire() {
        search.log = log;
        search.trail = trail;
        record("registered sepsis");
        record("registered version 1 of sepsis");
    }

    @Test
    void showsComplianceWhatHappened() {
        assertThat(search.search(CORA, AuditFilter.ALL, 0, 10))
                .isEqualTo(log.newest(AuditFilter.ALL, AuditReach.EVERYTHING, 0, 10));
        assertThat(search.count(CORA, AuditFilter.ALL)).isEqualTo(2);
        assertThat(search.actions(CORA)).containsExactly("model.registered");
        assertThat(trail.recorded()).isEmpty();
    }

    @Test
    @DisplayName("G5: an export is recorded with its filter and the number of rows")
    void recordsAnExport() {
        var exported = new ArrayList<AuditEntry>();
        var filter = new AuditFilter("sepsis", null, null, Instant.EPOCH, null, null);

        assertThat(search.export(CORA, filter, exported::add)).isEqualTo(2);

        assertThat(exported)
                .isEqualTo(log.oldest(AuditFilter.ALL, AuditReach.EVERYTHING).toList());
        assertThat(trail.recorded())
                .containsExactly(new Recorded(
                        CORA,
                        new Deed(
                                "audit.exported",
                                "audit-trail",
                                "audit-trail",
                                "sepsis",
                                "exported 2 entries of the audit trail",
                                Map.of("rows", "2", "model", "sepsis", "from", "1970-01-01T00:00:00Z"))));
    }

    @Test
    void letsNobodyElseIn() {
        Stream.<Runnable>of(
                        () -> search.search(ADA, AuditFilter.ALL, 0, 10),
                        () -> search.count(ADA, AuditFilter.ALL),
                        () -> search.actions(ADA),
                        () -> search.actors(ADA),
                        () -> search.models(ADA),
                        () -> search.export(ADA, AuditFilter.ALL, _ -> {}))
                .forEach(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(GovernanceException.class));
    }

    private void record(String sentence) {
        log.append(ADA, Deed.of("model.registered", "model", "sepsis", "sepsis", sentence), Instant.EPOCH);
    }
}
