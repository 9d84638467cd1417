package org.overread.registry.promotion.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.gate.Policy;
import org.overread.registry.promotion.Frozen;

/** A published policy at rest. Its content counts; the other columns are there to be searched. */
@Entity
@Table(schema = "registry", name = "policy")
class PolicyRow {
    @Id
    UUID id = new UUID(0, 0);

    String name = "";
    int number;

    @Nullable String model;

    String content = "";
    String digest = "";

    @Column(name = "published_at")
    Instant publishedAt = Instant.EPOCH;

    static PolicyRow of(Policy policy, Frozen<Policy> frozen) {
        var row = new PolicyRow();
        row.id = policy.id();
        row.name = policy.name();
        row.number = policy.number();
        row.model = policy.model();
        row.content = frozen.text();
        row.digest = frozen.pinned().hex();
        row.publishedAt = policy.publishedAt();
        return row;
    }

    Frozen<Policy> policy() {
        return FrozenTexts.read(content, digest, Policy.class);
    }
}
