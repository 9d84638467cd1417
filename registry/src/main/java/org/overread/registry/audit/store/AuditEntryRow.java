package org.overread.registry.audit.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.canonical.CanonicalJson;

/** An entry of the audit trail at rest. */
@Entity
@Table(schema = "registry", name = "audit_entry")
class AuditEntryRow {
    @Id
    long seq;

    Instant at = Instant.EPOCH;

    @Column(name = "actor_id")
    String actorId = "";

    @Column(name = "actor_name")
    String actorName = "";

    String action = "";

    @Column(name = "subject_type")
    String subjectType = "";

    @Column(name = "subject_id")
    String subjectId = "";

    @Nullable String model;

    String sentence = "";
    String details = "{}";
    String previous = "";
    String hash = "";

    static AuditEntryRow of(AuditEntry entry) {
        var row = new AuditEntryRow();
        row.seq = entry.seq();
        row.at = entry.at();
        row.actorId = entry.actorId();
        row.actorName = entry.actorName();
        row.action = entry.action();
        row.subjectType = entry.subjectType();
        row.subjectId = entry.subjectId();
        row.model = entry.model();
        row.sentence = entry.sentence();
        row.details = CanonicalJson.of(entry.details());
        row.previous = entry.previous();
        row.hash = entry.hash();
        return row;
    }

    AuditEntry entry() {
        return new AuditEntry(
                seq,
                at,
                actorId,
                actorName,
                action,
                subjectType,
                subjectId,
                model,
                sentence,
                texts(details),
                previous,
                hash);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(String json) {
        return CanonicalJson.read(json, Map.class);
    }
}
