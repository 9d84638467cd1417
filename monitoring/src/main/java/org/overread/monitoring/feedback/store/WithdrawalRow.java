package org.overread.monitoring.feedback.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That feedback was taken back, at rest. */
@Entity
@Table(schema = "monitoring", name = "feedback_withdrawal")
class WithdrawalRow {
    @Id
    UUID feedback = new UUID(0, 0);

    @Column(name = "withdrawn_by")
    String withdrawnBy = "";

    @Column(name = "withdrawn_at")
    Instant withdrawnAt = Instant.EPOCH;
}
