package org.overread.monitoring.plan.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.SortedJson;

/** A revision at rest. */
@Entity
@Table(schema = "monitoring", name = "plan")
class PlanRow {
    @Id
    UUID id = new UUID(0, 0);

    String model = "";
    int version;
    int number;
    String content = "";

    @Column(name = "declared_by")
    String declaredBy = "";

    @Column(name = "declared_by_name")
    String declaredByName = "";

    @Column(name = "declared_at")
    Instant declaredAt = Instant.EPOCH;

    static PlanRow of(PlanRevision revision) {
        var row = new PlanRow();
        row.id = revision.id();
        row.model = revision.version().model();
        row.version = revision.version().version();
        row.number = revision.number();
        row.content = SortedJson.of(revision.plan());
        row.declaredBy = revision.by();
        row.declaredByName = revision.byName();
        row.declaredAt = revision.at();
        return row;
    }

    PlanRevision revision() {
        return new PlanRevision(
                id,
                new ModelVersionId(model, version),
                number,
                SortedJson.read(content, MonitoringPlan.class),
                declaredBy,
                declaredByName,
                declaredAt);
    }
}
