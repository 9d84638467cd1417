package org.overread.monitoring.feedback.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Which feedback evidence rests on, at rest. */
@Entity
@Table(schema = "monitoring", name = "citation")
class CitationRow {
    @Id
    String digest = "";

    String model = "";
    int version;

    @Column(name = "cited_at")
    Instant citedAt = Instant.EPOCH;

    UUID[] feedback = {};
}
