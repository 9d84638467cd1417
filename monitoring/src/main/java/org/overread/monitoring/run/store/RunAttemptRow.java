package org.overread.monitoring.run.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.run.RunAttempt;
import org.overread.registry.ModelVersionId;

/** A started run at rest. */
@Entity
@Table(schema = "monitoring", name = "run_attempt")
class RunAttemptRow {
    @Id
    UUID id = new UUID(0, 0);

    String model = "";
    int version;

    @Column(name = "started_by")
    String startedBy = "";

    @Column(name = "started_by_name")
    String startedByName = "";

    @Column(name = "started_at")
    Instant startedAt = Instant.EPOCH;

    int done;
    int sources;

    @Column(name = "touched_at")
    Instant touchedAt = Instant.EPOCH;

    @Nullable @Column(name = "ended_at")
    Instant endedAt;

    @Nullable UUID run;

    @Nullable String failure;

    static RunAttemptRow of(RunAttempt attempt) {
        var row = new RunAttemptRow();
        row.id = attempt.id();
        row.model = attempt.version().model();
        row.version = attempt.version().version();
        row.startedBy = attempt.startedBy();
        row.startedByName = attempt.startedByName();
        row.startedAt = attempt.startedAt();
        row.take(attempt);
        return row;
    }

    void take(RunAttempt attempt) {
        done = attempt.done();
        sources = attempt.sources();
        touchedAt = attempt.touchedAt();
        endedAt = attempt.endedAt();
        run = attempt.run();
        failure = attempt.failure();
    }

    RunAttempt attempt() {
        return new RunAttempt(
                id,
                new ModelVersionId(model, version),
                startedBy,
                startedByName,
                startedAt,
                done,
                sources,
                touchedAt,
                endedAt,
                run,
                failure);
    }
}
