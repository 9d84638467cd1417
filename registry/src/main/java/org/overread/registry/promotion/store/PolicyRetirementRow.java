package org.overread.registry.promotion.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.overread.registry.gate.PolicyFile.Retirement;

/** That a policy was retired, at rest. */
@Entity
@Table(schema = "registry", name = "policy_retirement")
class PolicyRetirementRow {
    @Id
    UUID policy = new UUID(0, 0);

    @Column(name = "by_id")
    String by = "";

    @Column(name = "by_name")
    String byName = "";

    String reason = "";

    @Column(name = "retired_at")
    Instant at = Instant.EPOCH;

    static PolicyRetirementRow of(UUID policy, Retirement retirement) {
        var row = new PolicyRetirementRow();
        row.policy = policy;
        row.by = retirement.by();
        row.byName = retirement.byName();
        row.reason = retirement.reason();
        row.at = retirement.at();
        return row;
    }

    Retirement retirement() {
        return new Retirement(by, byName, reason, at);
    }
}
