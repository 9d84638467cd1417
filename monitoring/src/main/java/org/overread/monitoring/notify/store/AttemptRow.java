package org.overread.monitoring.notify.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.overread.monitoring.notify.Attempt;

/** An attempt at rest. */
@Entity
@Table(schema = "monitoring", name = "delivery_attempt")
@IdClass(AttemptKey.class)
class AttemptRow {
    @Id
    UUID delivery = new UUID(0, 0);

    @Id
    int number;

    @Column(name = "tried_at")
    Instant triedAt = Instant.EPOCH;

    boolean delivered;
    String answer = "";

    static AttemptRow of(UUID delivery, Attempt attempt) {
        var row = new AttemptRow();
        row.delivery = delivery;
        row.number = attempt.number();
        row.triedAt = attempt.at();
        row.delivered = attempt.delivered();
        row.answer = attempt.words();
        return row;
    }

    Attempt attempt() {
        return new Attempt(number, triedAt, delivered, answer);
    }
}
