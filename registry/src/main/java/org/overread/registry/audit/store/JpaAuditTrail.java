package org.overread.registry.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.overread.registry.Actor;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.audit.AuditRecord;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/** Records deeds: one row each, beside those of others. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JpaAuditTrail implements AuditTrail {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public void append(Actor actor, Deed deed) {
        var record = AuditRecord.of(actor, deed, clock.instant().truncatedTo(ChronoUnit.MICROS));
        entities.persist(AuditRecordRow.of(TimeOrderedIds.next(), record));
        // at once, so that a caller who lets go of what it has loaded does not let go of this
        entities.flush();
    }
}
