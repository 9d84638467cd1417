package org.overread.registry.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.overread.registry.audit.AuditActor;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.AuditLog;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.AuditRecord;
import org.overread.registry.audit.Sealer;

/** Reads the audit trail. What was committed before a question is sealed first, so that no answer lacks it. */
@ApplicationScoped
class JpaAuditLog implements AuditLog {
    private static final int PAGE = 2_000;

    /** From one value to the next by the index, so that it costs as many steps as there are values. */
    private static final String ACTIONS = """
            WITH RECURSIVE each AS (
                (SELECT action FROM registry.audit_record ORDER BY action USING ~<~ LIMIT 1)
                UNION ALL
                SELECT (SELECT action FROM registry.audit_record WHERE action ~>~ each.action
                    ORDER BY action USING ~<~ LIMIT 1) FROM each WHERE each.action IS NOT NULL)
            SELECT action FROM each WHERE action IS NOT NULL ORDER BY action""";

    private static final String MODELS = """
            WITH RECURSIVE each AS (
                SELECT min(model) AS model FROM registry.audit_record
                UNION ALL
                SELECT (SELECT min(model) FROM registry.audit_record WHERE model > each.model)
                FROM each WHERE each.model IS NOT NULL)
            SELECT model FROM each WHERE model IS NOT NULL ORDER BY model""";

    /** Each by the name of their last entry. */
    private static final String ACTORS = """
            WITH RECURSIVE each AS (
                SELECT min(actor_id) AS id FROM registry.audit_record
                UNION ALL
                SELECT (SELECT min(actor_id) FROM registry.audit_record WHERE actor_id > each.id)
                FROM each WHERE each.id IS NOT NULL)
            SELECT each.id, last.actor_name FROM each CROSS JOIN LATERAL (
                SELECT actor_name FROM registry.audit_record r WHERE r.actor_id = each.id ORDER BY r.at DESC LIMIT 1) last
            ORDER BY 2, 1""";

    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Inject
    Sealer sealer;

    @Override
    public List<AuditEntry> newest(AuditFilter filter, AuditReach reach, int offset, int limit) {
        sealAll();
        var conditions = Conditions.of(filter, reach);
        return entries(conditions
                .on(entities.createQuery(
                        "select e from AuditEntryRow e" + conditions.where() + " order by e.seq desc",
                        AuditEntryRow.class))
                .setFirstResult(offset)
                .setMaxResults(limit));
    }

    @Override
    public long count(AuditFilter filter, AuditReach reach) {
        var conditions = Conditions.of(filter, reach);
        if (conditions.words().isEmpty()) {
            return all();
        }
        return conditions
                .on(entities.createQuery("select count(e) from AuditRecordRow e" + conditions.where(), Long.class))
                .getSingleResult();
    }

    /** The numbers of the chain have no gaps; what is not in it yet is counted by itself. */
    private long all() {
        return ((Number) entities.createNativeQuery("""
                        SELECT coalesce((SELECT max(seq) FROM registry.audit_head), 0)
                            + (SELECT count(*) FROM registry.audit_pending)""").getSingleResult()).longValue();
    }

    @Override
    public Stream<AuditEntry> oldest(AuditFilter filter, AuditReach reach) {
        sealAll();
        return pages(Conditions.of(filter, reach), Long.MIN_VALUE);
    }

    @Override
    public List<String> actions() {
        return texts(ACTIONS);
    }

    @Override
    public List<AuditActor> actors(AuditReach reach) {
        var conditions = Conditions.of(AuditFilter.ALL, reach);
        if (conditions.words().isEmpty()) {
            return ((List<?>) entities.createNativeQuery(ACTORS).getResultList())
                    .stream()
                            .map(row -> (Object[]) row)
                            .map(row -> new AuditActor((String) row[0], (String) row[1]))
                            .toList();
        }
        return conditions
                .on(entities.createQuery(
                        "select new org.overread.registry.audit.AuditActor(e.actorId, max(e.actorName)) from AuditRecordRow e"
                                + conditions.where() + " group by e.actorId order by max(e.actorName), e.actorId",
                        AuditActor.class))
                .getResultList();
    }

    @Override
    public List<String> models(AuditReach reach) {
        var conditions = Conditions.of(AuditFilter.ALL, reach);
        if (conditions.words().isEmpty()) {
            return texts(MODELS);
        }
        return conditions
                .on(entities.createQuery(
                        "select distinct e.model from AuditRecordRow e" + conditions.where() + " order by e.model",
                        String.class))
                .getResultList();
    }

    private List<String> texts(String query) {
        return ((List<?>) entities.createNativeQuery(query).getResultList())
                .stream().map(String.class::cast).toList();
    }

    @Override
    public Optional<AuditHead> head() {
        sealAll();
        List<?> rows = entities.createNativeQuery("SELECT seq, hash FROM registry.audit_head")
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new AuditHead(((Number) row[0]).longValue(), (String) row[1]))
                .findFirst();
    }

    @Override
    public Stream<AuditEntry> chain(AuditHead after, AuditHead head) {
        var upToHead = Conditions.NONE.with("e.seq <= :head", "head", head.seq());
        // from below all numbers where it is the whole chain, so that what was put in before the first is seen
        var start = after.seq() == 0 ? Long.MIN_VALUE : after.seq();
        return Stream.concat(pages(upToHead, start), Stream.of(head).flatMap(_ -> behindTheHead()));
    }

    @Override
    public Optional<String> hash(long seq) {
        List<?> hashes = entities.createNativeQuery("SELECT hash FROM registry.audit_seal WHERE seq = :seq")
                .setParameter("seq", seq)
                .getResultList();
        return hashes.stream().map(String.class::cast).findFirst();
    }

    @Override
    public Optional<AuditRecord> unsealed() {
        List<?> lost = entities.createNativeQuery("""
                SELECT r.* FROM registry.audit_record r
                WHERE NOT EXISTS (SELECT FROM registry.audit_seal s WHERE s.record = r.id)
                AND NOT EXISTS (SELECT FROM registry.audit_pending p WHERE p.record = r.id)
                ORDER BY r.at, r.id LIMIT 1""", AuditRecordRow.class).getResultList();
        return lost.stream().map(row -> ((AuditRecordRow) row).record()).findFirst();
    }

    @Override
    public boolean recordsGone() {
        return !entities.createNativeQuery("""
                SELECT p.nr FROM registry.audit_pending p
                WHERE NOT EXISTS (SELECT FROM registry.audit_record r WHERE r.id = p.record) LIMIT 1""").getResultList().isEmpty();
    }

    /** In a transaction of its own, and only where there is something to seal: most often there is not. */
    private void sealAll() {
        if (!entities.createNativeQuery("SELECT nr FROM registry.audit_pending ORDER BY nr LIMIT 1")
                .getResultList()
                .isEmpty()) {
            sealer.sealAll();
        }
    }

    private Stream<AuditEntry> behindTheHead() {
        // one statement, so that entry and head are of the same moment
        var stray = entities.createNativeQuery("""
                SELECT e.* FROM registry.audit_entry e, registry.audit_head h
                WHERE e.seq > h.seq ORDER BY e.seq LIMIT 1""", AuditEntryRow.class);
        return ((List<?>) stray.getResultList()).stream().map(row -> detached((AuditEntryRow) row));
    }

    private Stream<AuditEntry> pages(Conditions conditions, long start) {
        return Stream.iterate(
                        page(conditions, start),
                        page -> !page.isEmpty(),
                        page -> page(conditions, page.getLast().seq()))
                .flatMap(List::stream);
    }

    private List<AuditEntry> page(Conditions conditions, long after) {
        var next = conditions.with("e.seq > :after", "after", after);
        return entries(next.on(entities.createQuery(
                        "select e from AuditEntryRow e" + next.where() + " order by e.seq", AuditEntryRow.class))
                .setMaxResults(PAGE));
    }

    private List<AuditEntry> entries(TypedQuery<AuditEntryRow> query) {
        return query.getResultList().stream().map(this::detached).toList();
    }

    /** Lets go of the row at once, so that a walk over a million entries keeps none of them. */
    private AuditEntry detached(AuditEntryRow row) {
        entities.detach(row);
        return row.entry();
    }
}
