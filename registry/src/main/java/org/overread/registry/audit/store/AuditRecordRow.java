package org.overread.registry.audit.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.audit.AuditRecord;
import org.overread.registry.audit.Deed;
import org.overread.registry.canonical.SortedJson;

/** A deed at rest. */
@Entity
@Table(schema = "registry", name = "audit_record")
class AuditRecordRow {
    @Id
    UUID id = new UUID(0, 0);

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

    static AuditRecordRow of(UUID id, AuditRecord record) {
        var deed = record.deed();
        var row = new AuditRecordRow();
        row.id = id;
        row.at = record.at();
        row.actorId = record.actorId();
        row.actorName = record.actorName();
        row.action = deed.action();
        row.subjectType = deed.subjectType();
        row.subjectId = deed.subjectId();
        row.model = deed.model();
        row.sentence = deed.sentence();
        row.details = SortedJson.of(deed.details());
        return row;
    }

    AuditRecord record() {
        var deed = new Deed(action, subjectType, subjectId, model, sentence, texts(details));
        return new AuditRecord(at, actorId, actorName, deed);
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> texts(String json) {
        return SortedJson.read(json, Map.class);
    }
}
