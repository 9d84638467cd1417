package org.overread.registry.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.overread.registry.catalog.Site;

/** A site at rest. */
@Entity
@Table(schema = "registry", name = "site")
class SiteRow {
    @Id
    String id = "";

    String name = "";

    @Column(name = "added_at")
    Instant addedAt = Instant.EPOCH;

    Site site() {
        return new Site(id, name);
    }
}
