package org.overread.monitoring.notify.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Receiver;

/** How it stands with a receiver, at rest. The turn is taken and ended by statements of its own. */
@Entity
@Table(schema = "monitoring", name = "receiver")
class ReceiverRow {
    @Id
    String destination = "";

    @Nullable @Column(name = "doubtful_since")
    Instant doubtfulSince;

    @Nullable @Column(name = "given_up_at")
    Instant givenUpAt;

    @Nullable String reason;

    Receiver receiver() {
        return new Receiver(Destination.of(destination), doubtfulSince, givenUpAt, reason);
    }
}
