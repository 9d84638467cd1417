package org.overread.registry.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A failed attempt at rest. */
@Entity
@Table(schema = "registry", name = "sign_in_failure")
class SignInFailureRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "counted_under")
    String key = "";

    Instant at = Instant.EPOCH;
}
