package org.overread.registry.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditChain;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.canonical.CanonicalJson;

/**
 * Appends to the audit trail. From the first deed of a transaction to its end no other transaction can append: that
 * lock is what keeps the chain in one piece.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JpaAuditTrail implements AuditTrail {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Inject
    InstantSource clock;

    private final AuditChain chain = new AuditChain(entry -> CanonicalJson.of(entry.content()));

    @Override
    public void append(Actor actor, Deed deed) {
        // What the caller has changed takes its row locks before the trail is locked, never after: no deadlock.
        entities.flush();
        var end = (Object[]) entities.createNativeQuery("SELECT seq, hash FROM registry.audit_head FOR UPDATE")
                .getSingleResult();
        var head = new AuditHead(((Number) end[0]).longValue(), (String) end[1]);
        var entry = chain.next(head, actor, deed, clock.instant().truncatedTo(ChronoUnit.MICROS));
        entities.persist(AuditEntryRow.of(entry));
        entities.flush();
        entities.createNativeQuery("UPDATE registry.audit_head SET seq = :seq, hash = :hash")
                .setParameter("seq", entry.seq())
                .setParameter("hash", entry.hash())
                .executeUpdate();
    }
}
