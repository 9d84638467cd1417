package org.overread.registry.identity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Role;

/** People kept in memory. */
public final class InMemoryAccounts implements Accounts {
    private final Map<PersonId, Account> accounts = new LinkedHashMap<>();
    private final Map<PersonId, String> passwords = new LinkedHashMap<>();
    private final Map<PersonId, Integer> generations = new LinkedHashMap<>();
    private @Nullable String unthinkable;
    private final Map<PersonId, SessionEnding> endings = new LinkedHashMap<>();

    /** Adds an active person as the actor describes them. */
    public InMemoryAccounts with(Actor.Person person) {
        add(
                new Account(
                        person.personId(),
                        person.login(),
                        person.name(),
                        true,
                        false,
                        person.grants(),
                        java.time.Instant.EPOCH),
                null);
        return this;
    }

    @Override
    public void add(Account account, @Nullable String passwordHash) {
        accounts.put(account.id(), account);
        if (passwordHash != null) {
            passwords.put(account.id(), passwordHash);
        }
    }

    @Override
    public Optional<Account> find(PersonId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** Fails the test that looks up this login, as a database fails that cannot hold it. */
    public void refuseToLookUp(String login) {
        unthinkable = login;
    }

    @Override
    public Optional<Account> byLogin(String login) {
        if (login.equals(unthinkable)) {
            throw new IllegalStateException("this login must not be looked up");
        }
        return all().stream().filter(account -> account.login().equals(login)).findFirst();
    }

    @Override
    public List<Account> all() {
        return accounts.values().stream()
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    @Override
    public List<Account> withRole(Role role) {
        return all().stream()
                .filter(account -> account.grants().stream().anyMatch(grant -> grant.role() == role))
                .toList();
    }

    @Override
    public Optional<String> passwordHash(PersonId id) {
        return Optional.ofNullable(passwords.get(id));
    }

    @Override
    public Optional<SessionState> sessions(String login) {
        return byLogin(login)
                .map(account -> new SessionState(
                        account.named(),
                        account.login(),
                        generations.getOrDefault(account.id(), 0),
                        endings.get(account.id())));
    }

    @Override
    public int endSessions(PersonId id, SessionEnding ending) {
        endings.put(id, ending);
        return generations.merge(id, 1, Integer::sum);
    }

    @Override
    public void setPassword(PersonId id, String passwordHash, boolean mustChange) {
        passwords.put(id, passwordHash);
        change(id, account -> copy(account, account.active(), mustChange, account.grants()));
    }

    @Override
    public void setActive(PersonId id, boolean active) {
        change(id, account -> copy(account, active, account.passwordMustChange(), account.grants()));
    }

    @Override
    public void grant(PersonId id, Grant grant) {
        change(id, account -> {
            Set<Grant> grants = new HashSet<>(account.grants());
            grants.add(grant);
            return copy(account, account.active(), account.passwordMustChange(), grants);
        });
    }

    @Override
    public void revoke(PersonId id, Grant grant) {
        change(id, account -> {
            Set<Grant> grants = new HashSet<>(account.grants());
            grants.remove(grant);
            return copy(account, account.active(), account.passwordMustChange(), grants);
        });
    }

    @Override
    public void lockAdministration() {}

    private void change(PersonId id, java.util.function.UnaryOperator<Account> change) {
        accounts.computeIfPresent(id, (_, account) -> change.apply(account));
    }

    private static Account copy(Account account, boolean active, boolean mustChange, Set<Grant> grants) {
        return new Account(
                account.id(), account.login(), account.name(), active, mustChange, grants, account.createdAt());
    }
}
