package org.overread.registry.identity.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** When an API client last called, at rest. */
@Entity
@Table(schema = "registry", name = "api_client_use")
class ApiClientUseRow {
    @Id
    UUID client = new UUID(0, 0);

    Instant at = Instant.EPOCH;
}
