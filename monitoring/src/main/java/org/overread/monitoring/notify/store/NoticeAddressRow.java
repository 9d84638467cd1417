package org.overread.monitoring.notify.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Where somebody is written to, at rest. */
@Entity
@Table(schema = "monitoring", name = "notice_address")
class NoticeAddressRow {
    @Id
    UUID person = new UUID(0, 0);

    String address = "";

    @Column(name = "set_by")
    String setBy = "";

    @Column(name = "set_at")
    Instant setAt = Instant.EPOCH;
}
