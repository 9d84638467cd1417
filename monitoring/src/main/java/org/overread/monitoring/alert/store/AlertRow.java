package org.overread.monitoring.alert.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.AlertEvent;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.check.CheckKind;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PersonId;

/** An alert at rest, as it was raised. */
@Entity
@Table(schema = "monitoring", name = "alert")
class AlertRow {
    @Id
    UUID id = new UUID(0, 0);

    String model = "";
    int version;

    @Nullable String site;

    @Column(name = "check_key")
    String checkKey = "";

    @Enumerated(EnumType.STRING)
    CheckKind kind = CheckKind.FEED;

    String title = "";

    @Nullable LocalDate since;

    UUID owner = new UUID(0, 0);
    UUID deputy = new UUID(0, 0);
    String action = "";

    @Column(name = "raised_at")
    Instant raisedAt = Instant.EPOCH;

    static AlertRow of(AlertFile alert) {
        var row = new AlertRow();
        row.id = alert.id();
        row.model = alert.version().model();
        row.version = alert.version().version();
        row.site = alert.site();
        row.checkKey = alert.check();
        row.kind = alert.kind();
        row.title = alert.title();
        row.since = alert.since();
        row.owner = alert.owner().value();
        row.deputy = alert.deputy().value();
        row.action = alert.action();
        row.raisedAt = alert.raisedAt();
        return row;
    }

    AlertFile file(List<AlertEvent> events) {
        return new AlertFile(
                id,
                new ModelVersionId(model, version),
                site,
                checkKey,
                kind,
                title,
                since,
                new PersonId(owner),
                new PersonId(deputy),
                action,
                events);
    }
}
