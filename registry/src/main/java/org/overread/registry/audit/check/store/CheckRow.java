package org.overread.registry.audit.check.store;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.audit.ChainVerification;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Kind;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.audit.check.TrailCheck;
import org.overread.registry.canonical.SortedJson;

/** A check at rest. */
@Entity
@Table(schema = "registry", name = "audit_check")
class CheckRow {
    @Id
    UUID id = new UUID(0, 0);

    Instant at = Instant.EPOCH;
    boolean whole;
    long entries;

    @Nullable String head;

    int anchors;
    int lost;

    @Enumerated(EnumType.STRING)
    @Nullable Kind kind;

    @Column(name = "first_bad")
    @Nullable Long firstBad;

    @Nullable String reason;

    @Nullable Long intact;

    @Nullable String records;

    static CheckRow of(TrailCheck check) {
        var row = new CheckRow();
        row.id = check.id();
        row.at = check.at();
        row.whole = check.whole();
        row.entries = check.entries();
        row.anchors = check.anchors();
        row.lost = check.lost();
        row.records = check.records().isEmpty() ? null : SortedJson.of(check.records());
        switch (check.result()) {
            case Verified verified -> row.head = verified.head();
            case Broken broken -> {
                row.kind = broken.kind();
                row.firstBad = broken.seq();
                row.reason = broken.reason();
                row.intact = broken.intact();
            }
        }
        return row;
    }

    TrailCheck check() {
        return new TrailCheck(id, at, whole, result(), entries, anchors, lost, records());
    }

    private List<RecordFault> records() {
        return records == null ? List.of() : List.of(SortedJson.read(records, RecordFault[].class));
    }

    private ChainVerification result() {
        return kind == null
                ? new Verified(entries, requireNonNull(head))
                : new Broken(requireNonNull(firstBad), requireNonNull(reason), kind, requireNonNull(intact));
    }
}
