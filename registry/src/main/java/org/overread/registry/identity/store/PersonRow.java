package org.overread.registry.identity.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.NamedPerson;
import org.overread.registry.identity.SessionEnding;
import org.overread.registry.identity.SessionState;

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

    @Column(name = "session_generation")
    int sessionGeneration;

    @Nullable @Column(name = "sessions_ended_at")
    Instant sessionsEndedAt;

    @Column(name = "sessions_ended_by")
    @Enumerated(EnumType.STRING)
    SessionEnding.@Nullable Reason sessionsEndedBy;

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

    SessionState sessions() {
        var ended = sessionsEndedAt == null || sessionsEndedBy == null
                ? null
                : new SessionEnding(sessionsEndedBy, sessionsEndedAt);
        return new SessionState(new NamedPerson(new PersonId(id), name, active), login, sessionGeneration, ended);
    }

    Account account(Set<Grant> grants) {
        return new Account(new PersonId(id), login, name, active, passwordMustChange, grants, createdAt);
    }
}
