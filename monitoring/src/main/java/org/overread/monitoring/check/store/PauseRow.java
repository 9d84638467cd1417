package org.overread.monitoring.check.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.overread.monitoring.check.Pause;
import org.overread.registry.ModelVersionId;

/** A pause at rest. */
@Entity
@Table(schema = "monitoring", name = "check_pause")
class PauseRow {
    @Id
    UUID id = new UUID(0, 0);

    String model = "";
    int version;

    @Column(name = "check_key")
    String checkKey = "";

    String reason = "";

    @Column(name = "paused_by")
    String pausedBy = "";

    @Column(name = "paused_by_name")
    String pausedByName = "";

    @Column(name = "paused_at")
    Instant pausedAt = Instant.EPOCH;

    @Column(name = "paused_until")
    Instant pausedUntil = Instant.EPOCH;

    static PauseRow of(Pause pause) {
        var row = new PauseRow();
        row.id = pause.id();
        row.model = pause.version().model();
        row.version = pause.version().version();
        row.checkKey = pause.check();
        row.reason = pause.reason();
        row.pausedBy = pause.by();
        row.pausedByName = pause.byName();
        row.pausedAt = pause.at();
        row.pausedUntil = pause.until();
        return row;
    }

    Pause pause() {
        return new Pause(
                id,
                new ModelVersionId(model, version),
                checkKey,
                reason,
                pausedBy,
                pausedByName,
                pausedAt,
                pausedUntil);
    }
}
