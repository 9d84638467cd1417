package org.overread.monitoring.notify.store;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.Severity;
import org.overread.monitoring.notify.Notice;
import org.overread.monitoring.notify.NoticeKind;
import org.overread.registry.ModelVersionId;

/** A notice at rest. */
@Entity
@Table(schema = "monitoring", name = "notice")
class NoticeRow {
    @Id
    UUID id = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    NoticeKind kind = NoticeKind.TEST;

    @Column(name = "happened_at")
    Instant happenedAt = Instant.EPOCH;

    @Nullable UUID alert;

    @Nullable String model;

    @Nullable Integer version;

    @Nullable @Enumerated(EnumType.STRING)
    Severity severity;

    @Nullable Instant due;

    static NoticeRow of(Notice notice) {
        var row = new NoticeRow();
        row.id = notice.id();
        row.kind = notice.kind();
        row.happenedAt = notice.at();
        var about = notice.alert();
        if (about != null) {
            row.alert = about.id();
            row.model = about.version().model();
            row.version = about.version().version();
            row.severity = about.severity();
            row.due = about.due();
        }
        return row;
    }

    Notice notice() {
        return new Notice(
                id,
                kind,
                happenedAt,
                alert == null
                        ? null
                        : new Notice.About(
                                alert,
                                new ModelVersionId(requireNonNull(model), requireNonNull(version)),
                                requireNonNull(severity),
                                requireNonNull(due)));
    }
}
