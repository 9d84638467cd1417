package org.overread.registry.promotion.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.overread.registry.gate.PolicyFile.Decision;

/** What a second person said of a policy, at rest. */
@Entity
@Table(schema = "registry", name = "policy_decision")
class PolicyDecisionRow {
    @Id
    UUID policy = new UUID(0, 0);

    boolean confirmed;

    @Column(name = "by_id")
    String by = "";

    @Column(name = "by_name")
    String byName = "";

    String reason = "";

    @Column(name = "decided_at")
    Instant at = Instant.EPOCH;

    static PolicyDecisionRow of(UUID policy, Decision decision) {
        var row = new PolicyDecisionRow();
        row.policy = policy;
        row.confirmed = decision.confirmed();
        row.by = decision.by();
        row.byName = decision.byName();
        row.reason = decision.reason();
        row.at = decision.at();
        return row;
    }

    Decision decision() {
        return new Decision(confirmed, by, byName, reason, at);
    }
}
