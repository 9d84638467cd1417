package org.overread.registry.promotion.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.overread.registry.promotion.PromotionFile.Withdrawal;

/** A withdrawal at rest. */
@Entity
@Table(schema = "registry", name = "promotion_withdrawal")
class WithdrawalRow {
    @Id
    UUID promotion = new UUID(0, 0);

    @Column(name = "by_id")
    String by = "";

    @Column(name = "by_name")
    String byName = "";

    @Column(name = "withdrawn_at")
    Instant at = Instant.EPOCH;

    static WithdrawalRow of(UUID promotion, Withdrawal withdrawal) {
        var row = new WithdrawalRow();
        row.promotion = promotion;
        row.by = withdrawal.by();
        row.byName = withdrawal.byName();
        row.at = withdrawal.at();
        return row;
    }

    Withdrawal withdrawal() {
        return new Withdrawal(by, byName, at);
    }
}
