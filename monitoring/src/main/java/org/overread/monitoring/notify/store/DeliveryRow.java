package org.overread.monitoring.notify.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.overread.monitoring.notify.Attempt;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Notice;

/** A delivery at rest, as it stands. */
@Entity
@Table(schema = "monitoring", name = "delivery")
class DeliveryRow {
    @Id
    UUID id = new UUID(0, 0);

    UUID notice = new UUID(0, 0);
    String destination = "";

    @Enumerated(EnumType.STRING)
    Delivery.State state = Delivery.State.WAITING;

    int tries;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "next_at")
    Instant nextAt = Instant.EPOCH;

    static DeliveryRow of(Delivery delivery) {
        var row = new DeliveryRow();
        row.id = delivery.id();
        row.notice = delivery.notice().id();
        row.destination = delivery.to().key();
        row.createdAt = delivery.createdAt();
        row.take(delivery);
        return row;
    }

    void take(Delivery delivery) {
        state = delivery.state();
        tries = delivery.tries();
        nextAt = delivery.nextAt();
    }

    Delivery delivery(Notice told, List<Attempt> attempts) {
        return new Delivery(id, told, Destination.of(destination), state, tries, createdAt, nextAt, attempts);
    }
}
