package org.overread.registry.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.LiveRule;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.Stray;

/** A step of a version at rest. */
@Entity
@Table(schema = "registry", name = "stage_entry")
class StageEntryRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long seq;

    String model = "";
    int version;
    String site = "";

    @Enumerated(EnumType.STRING)
    Stage stage = Stage.REGISTERED;

    @Column(name = "entered_at")
    Instant enteredAt = Instant.EPOCH;

    @Nullable UUID promotion;

    @Column(name = "entered_by")
    String enteredBy = "";

    @Nullable String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "live_rule")
    LiveRule rule = LiveRule.ONE_FOR_EACH_AUDIENCE;

    static StageEntryRow of(StageEntry entry) {
        var row = new StageEntryRow();
        row.model = entry.version().model();
        row.version = entry.version().version();
        row.site = entry.site();
        row.stage = entry.stage();
        row.enteredAt = entry.at();
        row.promotion = entry.promotion();
        row.enteredBy = entry.by();
        row.reason = entry.reason();
        row.rule = entry.rule();
        return row;
    }

    StageEntry entry() {
        return new StageEntry(
                new ModelVersionId(model, version), site, stage, enteredAt, promotion, enteredBy, reason, rule);
    }

    Stray stray() {
        return new Stray(seq, new ModelVersionId(model, version), site, stage, enteredAt, enteredBy);
    }
}
