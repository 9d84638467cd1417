package org.overread.registry.identity.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.Accounts;
import org.overread.registry.identity.SessionEnding;
import org.overread.registry.identity.SessionState;

/** Keeps people in the database. */
@ApplicationScoped
class JpaAccounts implements Accounts {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Override
    public void add(Account account, @Nullable String passwordHash) {
        entities.persist(PersonRow.of(account, passwordHash));
        account.grants().forEach(grant -> grant(account.id(), grant));
        entities.flush();
    }

    @Override
    public Optional<Account> find(PersonId id) {
        return accounts(entities.createQuery("select p from PersonRow p where p.id = :id", PersonRow.class)
                        .setParameter("id", id.value())
                        .getResultList())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return accounts(entities.createQuery("select p from PersonRow p where p.login = :login", PersonRow.class)
                        .setParameter("login", login)
                        .getResultList())
                .stream()
                .findFirst();
    }

    @Override
    public List<Account> all() {
        return accounts(
                entities.createQuery("select p from PersonRow p order by lower(p.name), p.login", PersonRow.class)
                        .getResultList());
    }

    @Override
    public List<Account> withRole(Role role) {
        return accounts(entities.createQuery(
                        "select p from PersonRow p where p.id in (select g.person from GrantRow g where g.role = :role)"
                                + " order by lower(p.name), p.login",
                        PersonRow.class)
                .setParameter("role", role)
                .getResultList());
    }

    @Override
    public Optional<String> passwordHash(PersonId id) {
        return Optional.ofNullable(row(id).passwordHash);
    }

    @Override
    public Optional<SessionState> sessions(String login) {
        return entities.createQuery("select p from PersonRow p where p.login = :login", PersonRow.class)
                .setParameter("login", login)
                .getResultStream()
                .map(PersonRow::sessions)
                .findFirst();
    }

    @Override
    public int endSessions(PersonId id, SessionEnding ending) {
        var row = locked(id);
        row.sessionsEndedAt = ending.at();
        row.sessionsEndedBy = ending.reason();
        return ++row.sessionGeneration;
    }

    @Override
    public void setPassword(PersonId id, String passwordHash, boolean mustChange) {
        var row = row(id);
        row.passwordHash = passwordHash;
        row.passwordMustChange = mustChange;
    }

    @Override
    public void setActive(PersonId id, boolean active) {
        locked(id).active = active;
    }

    @Override
    public void grant(PersonId id, Grant grant) {
        locked(id);
        if (!grants(List.of(id.value())).getOrDefault(id.value(), Set.of()).contains(grant)) {
            entities.persist(GrantRow.of(id.value(), grant));
        }
    }

    @Override
    public void revoke(PersonId id, Grant grant) {
        locked(id);
        grantRows(List.of(id.value())).stream()
                .filter(row -> row.grant().equals(grant))
                .forEach(entities::remove);
    }

    @Override
    public void lockAdministration() {
        entities.createNativeQuery(
                        "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('registry.administration', 0))")
                .getSingleResult();
    }

    private List<Account> accounts(List<PersonRow> rows) {
        var grants = grants(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> row.account(grants.getOrDefault(row.id, Set.of())))
                .toList();
    }

    private Map<UUID, Set<Grant>> grants(List<UUID> people) {
        return grantRows(people).stream().collect(groupingBy(row -> row.person, mapping(GrantRow::grant, toSet())));
    }

    private List<GrantRow> grantRows(List<UUID> people) {
        return entities.createQuery("select g from GrantRow g where g.person in :people", GrantRow.class)
                .setParameter("people", people)
                .getResultList();
    }

    /** Whoever holds the person's rights at this moment is waited for, see {@link JpaRights#hold}. */
    private PersonRow locked(PersonId id) {
        var row = row(id);
        entities.lock(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }

    private PersonRow row(PersonId id) {
        var row = entities.find(PersonRow.class, id.value());
        if (row == null) {
            throw new GovernanceException(ErrorCode.NOT_FOUND, "There is no such person");
        }
        return row;
    }
}
