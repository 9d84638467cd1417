package org.overread.monitoring.schedule.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.schedule.FinishedRun;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.SortedJson;

/** A run at rest. */
@Entity
@Table(schema = "monitoring", name = "run")
class RunRow {
    @Id
    UUID id = new UUID(0, 0);

    String model = "";
    int version;
    UUID plan = new UUID(0, 0);

    @Column(name = "started_by")
    String startedBy = "";

    @Column(name = "started_at")
    Instant startedAt = Instant.EPOCH;

    @Column(name = "finished_at")
    Instant finishedAt = Instant.EPOCH;

    String checks = "";

    static RunRow of(FinishedRun run) {
        var row = new RunRow();
        row.id = run.id();
        row.model = run.version().model();
        row.version = run.version().version();
        row.plan = run.plan();
        row.startedBy = run.startedBy();
        row.startedAt = run.startedAt();
        row.finishedAt = run.finishedAt();
        row.checks = SortedJson.of(run.checks());
        return row;
    }

    FinishedRun run() {
        return new FinishedRun(
                id,
                new ModelVersionId(model, version),
                plan,
                startedBy,
                startedAt,
                finishedAt,
                List.of(SortedJson.read(checks, Check[].class)));
    }
}
