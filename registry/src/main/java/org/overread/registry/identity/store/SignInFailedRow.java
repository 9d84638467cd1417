package org.overread.registry.identity.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.overread.registry.identity.FailedAttempts;

/** How many attempts to sign in as a person failed since they were last told, at rest. */
@Entity
@Table(schema = "registry", name = "sign_in_failed")
class SignInFailedRow {
    @Id
    UUID person = new UUID(0, 0);

    int attempts;

    Instant latest = Instant.EPOCH;

    FailedAttempts failed() {
        return new FailedAttempts(attempts, latest);
    }
}
