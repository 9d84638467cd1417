package org.overread.registry.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.audit.AuditChain;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.Sealer;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.canonical.SortedJson;

/** Seals records in batches. The lock on the head's row, which nobody else takes, lets one sealer work at a time. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class JpaSealer implements Sealer {
    private static final int BATCH = 1_000;

    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    private final AuditChain chain = new AuditChain(entry -> CanonicalJson.of(entry.content()));

    /** A seal as the database is given it, many at a time. */
    record Seal(long seq, UUID record, String previous, String hash) {}

    @Override
    public boolean sealSome() {
        var head = lockedEnd();
        var waiting = head.isEmpty() ? List.<AuditRecordRow>of() : waiting();
        if (waiting.isEmpty()) {
            return false;
        }
        var seals = seals(head.get(), waiting);
        store(seals);
        moveHead(seals.getLast());
        entities.clear();
        return waiting.size() == BATCH;
    }

    /** Where the chain ends; empty when that is gone or something stands behind it, where nothing can. */
    private Optional<AuditHead> lockedEnd() {
        List<?> ends = entities.createNativeQuery("""
                SELECT h.seq, h.hash FROM registry.audit_head h
                WHERE NOT EXISTS (SELECT FROM registry.audit_seal s WHERE s.seq > h.seq) FOR UPDATE""").getResultList();
        return ends.stream()
                .map(end -> (Object[]) end)
                .map(end -> new AuditHead(((Number) end[0]).longValue(), (String) end[1]))
                .findFirst();
    }

    private List<AuditRecordRow> waiting() {
        List<?> rows = entities.createNativeQuery("""
                SELECT r.* FROM registry.audit_pending p JOIN registry.audit_record r ON r.id = p.record
                WHERE NOT EXISTS (SELECT FROM registry.audit_seal s WHERE s.record = p.record)
                ORDER BY p.nr LIMIT""" + " " + BATCH, AuditRecordRow.class)
                .getResultList();
        return rows.stream().map(row -> (AuditRecordRow) row).distinct().toList();
    }

    private List<Seal> seals(AuditHead head, List<AuditRecordRow> waiting) {
        var seals = new ArrayList<Seal>();
        var end = head;
        for (var row : waiting) {
            var entry = chain.next(end, row.record());
            seals.add(new Seal(entry.seq(), row.id, entry.previous(), entry.hash()));
            end = new AuditHead(entry.seq(), entry.hash());
        }
        return seals;
    }

    private void store(List<Seal> seals) {
        entities.createNativeQuery("""
                INSERT INTO registry.audit_seal (seq, record, previous, hash)
                SELECT * FROM json_to_recordset(CAST(:seals AS json))
                    AS s(seq bigint, record uuid, previous text, hash text)""")
                .setParameter("seals", SortedJson.of(seals))
                .executeUpdate();
        entities.createNativeQuery("""
                DELETE FROM registry.audit_pending p USING registry.audit_seal s
                WHERE s.record = p.record AND s.seq BETWEEN :first AND :last""")
                .setParameter("first", seals.getFirst().seq())
                .setParameter("last", seals.getLast().seq())
                .executeUpdate();
    }

    private void moveHead(Seal last) {
        entities.createNativeQuery("UPDATE registry.audit_head SET seq = :seq, hash = :hash")
                .setParameter("seq", last.seq())
                .setParameter("hash", last.hash())
                .executeUpdate();
    }
}
