package org.overread.monitoring.alert.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.AlertEvent;
import org.overread.monitoring.alert.Severity;

/** Something that happened to an alert, at rest. */
@Entity
@Table(schema = "monitoring", name = "alert_event")
class AlertEventRow {
    @Id
    UUID id = new UUID(0, 0);

    UUID alert = new UUID(0, 0);
    int position;

    @Enumerated(EnumType.STRING)
    AlertEvent.Kind kind = AlertEvent.Kind.RAISED;

    @Column(name = "happened_at")
    Instant happenedAt = Instant.EPOCH;

    @Column(name = "by_id")
    String byId = "";

    @Column(name = "by_name")
    String byName = "";

    String text = "";

    @Nullable @Enumerated(EnumType.STRING)
    Severity severity;

    static AlertEventRow of(UUID alert, int position, AlertEvent event) {
        var row = new AlertEventRow();
        row.id = event.id();
        row.alert = alert;
        row.position = position;
        row.kind = event.kind();
        row.happenedAt = event.at();
        row.byId = event.by();
        row.byName = event.byName();
        row.text = event.text();
        row.severity = event.severity();
        return row;
    }

    AlertEvent event() {
        return new AlertEvent(id, kind, happenedAt, byId, byName, text, severity);
    }
}
