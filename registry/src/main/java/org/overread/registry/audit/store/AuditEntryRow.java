package org.overread.registry.audit.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.overread.registry.audit.AuditEntry;

/** A sealed record, as a view of the database has it: to read only. */
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
                AuditRecordRow.texts(details),
                previous,
                hash);
    }
}
