package org.overread.reports.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.registry.gate.GateFixtures.goodEvidence;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.InMemoryTrail;

class DossiersTest {
    private static final Actor.Person CORA = Actors.person("cora", Role.COMPLIANCE);

    private final InMemoryTrail trail = DossierFixtures.trail();
    private final Dossiers dossiers = DossiersOn.promotion(DossierFixtures.promotion(goodEvidence(), "Agreed"), trail);

    @Test
    void holdsOnlyTheEntriesAboutThisPromotionAndWhereTheWholeTrailEnds() {
        var head = trail.head().orElseThrow();

        var audit = dossiers.export(CORA, DossierFixtures.REQUEST).audit();

        assertThat(audit.entries()).extracting(AuditEntry::seq).containsExactly(2L, 4L);
        assertThat(audit.lastEntry()).isEqualTo(head.seq());
        assertThat(audit.lastHash()).isEqualTo(head.hash());
    }

    @Test
    @DisplayName("G5: that a dossier was taken out is recorded with its rows, and is in the next dossier")
    void recordsThatItWasTakenOut() {
        dossiers.export(CORA, DossierFixtures.REQUEST);

        var entry = trail.newest(AuditFilter.ALL, AuditReach.EVERYTHING, 0, 1).getFirst();
        assertThat(entry.action()).isEqualTo("dossier.exported");
        assertThat(entry.actorId()).isEqualTo(CORA.id());
        assertThat(entry.details()).containsEntry("rows", "14");
        assertThat(dossiers.export(CORA, DossierFixtures.REQUEST).audit().entries())
                .contains(entry);
    }

    @Test
    void doesNotRecordWhatWasRefused() {
        var owner = Actors.person("olga", Role.MODEL_OWNER);
        long before = trail.head().orElseThrow().seq();

        assertThatThrownBy(() -> dossiers.export(owner, DossierFixtures.REQUEST))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
        assertThatThrownBy(() -> dossiers.export(CORA, new UUID(0, 0)))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(trail.head().orElseThrow().seq()).isEqualTo(before);
    }
}
