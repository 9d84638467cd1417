package org.overread.registry.audit.anchor.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.overread.registry.audit.anchor.AnchorLog;
import org.overread.registry.audit.anchor.KeptAnchor;
import org.overread.registry.audit.anchor.Receipt;
import org.overread.registry.audit.anchor.SignedAnchor;

/** Keeps anchors and receipts. */
@ApplicationScoped
class JpaAnchorLog implements AnchorLog {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Override
    public UUID installation() {
        return (UUID) entities.createNativeQuery("SELECT id FROM registry.audit_installation", UUID.class)
                .getSingleResult();
    }

    @Override
    public long people() {
        return ((Number) entities.createNativeQuery("SELECT count(*) FROM registry.person")
                        .getSingleResult())
                .longValue();
    }

    @Override
    public void keep(UUID id, SignedAnchor anchor) {
        entities.persist(AnchorRow.of(id, anchor));
        entities.flush();
    }

    @Override
    public void keep(Receipt receipt) {
        entities.persist(ReceiptRow.of(receipt));
        entities.flush();
    }

    @Override
    public List<KeptAnchor> newest(int limit) {
        return entities
                .createQuery("select a from AnchorRow a order by a.id desc", AnchorRow.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .flatMap(row -> row.signed().stream().map(signed -> new KeptAnchor(row.id, signed, receipts(row.id))))
                .toList();
    }

    @Override
    public List<SignedAnchor> all() {
        return entities.createQuery("select a from AnchorRow a order by a.id", AnchorRow.class).getResultList().stream()
                .flatMap(row -> row.signed().stream())
                .toList();
    }

    @Override
    public List<Long> said(String place) {
        return entities
                .createQuery(
                        "select a from AnchorRow a where exists"
                                + " (select r from ReceiptRow r where r.anchor = a.id and r.place = :place and r.kept)",
                        AnchorRow.class)
                .setParameter("place", place)
                .getResultList()
                .stream()
                .flatMap(row -> row.signed().stream())
                .map(signed -> signed.anchor().seq())
                .toList();
    }

    private List<Receipt> receipts(UUID anchor) {
        return entities
                .createQuery("select r from ReceiptRow r where r.anchor = :anchor order by r.id", ReceiptRow.class)
                .setParameter("anchor", anchor)
                .getResultList()
                .stream()
                .map(ReceiptRow::receipt)
                .toList();
    }
}
