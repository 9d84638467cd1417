package org.overread.registry.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.identity.Account;

/** A person at rest. */
@Entity
@Table(schema = "registry", name = "person")
class PersonRow {
    @Id
    UUID id = new UUID(0, 0);

    String login = "";
    String name = "";
    boolean active;

    @Nullable @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "password_must_change")
    boolean passwordMustChange;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    static PersonRow of(Account account, @Nullable String passwordHash) {
        var row = new PersonRow();
        row.id = account.id().value();
        row.login = account.login();
        row.name = account.name();
        row.active = account.active();
        row.passwordHash = passwordHash;
        row.passwordMustChange = account.passwordMustChange();
        row.createdAt = account.createdAt();
        return row;
    }

    Account account(Set<Grant> grants) {
        return new Account(new PersonId(id), login, name, active, passwordMustChange, grants, createdAt);
    }
}
