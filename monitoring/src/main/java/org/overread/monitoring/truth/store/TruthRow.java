package org.overread.monitoring.truth.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.overread.monitoring.truth.Fact;
import org.overread.monitoring.truth.Truth;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.SortedJson;

/** A truth at rest. */
@Entity
@Table(schema = "monitoring", name = "truth")
@IdClass(TruthRow.Key.class)
class TruthRow {
    @Id
    String model = "";

    @Id
    int version;

    @Column(name = "stands_on")
    String standsOn = "";

    @Column(name = "drawn_at")
    Instant drawnAt = Instant.EPOCH;

    @Column(name = "took_ms")
    long tookMs;

    String facts = "";

    /** What names a row. */
    record Key(String model, int version) implements Serializable {
        static Key of(ModelVersionId id) {
            return new Key(id.model(), id.version());
        }
    }

    static TruthRow of(Truth truth) {
        var row = new TruthRow();
        row.model = truth.version().model();
        row.version = truth.version().version();
        row.standsOn = truth.standsOn();
        row.drawnAt = truth.drawnAt();
        row.tookMs = truth.took().toMillis();
        row.facts = SortedJson.of(truth.facts());
        return row;
    }

    Truth truth() {
        return new Truth(
                new ModelVersionId(model, version),
                standsOn,
                drawnAt,
                Duration.ofMillis(tookMs),
                List.of(SortedJson.read(facts, Fact[].class)));
    }
}
