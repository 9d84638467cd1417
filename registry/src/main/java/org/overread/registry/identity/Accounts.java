package org.overread.registry.identity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Role;

/** Where people are kept. */
public interface Accounts {
    void add(Account account, @Nullable String passwordHash);

    Optional<Account> find(PersonId id);

    /** By the login in the form it is kept in, see {@link AccountDraft#normalized}. */
    Optional<Account> byLogin(String login);

    /** Everyone, by name. */
    List<Account> all();

    /** Who holds the role anywhere, by name. */
    List<Account> withRole(Role role);

    Optional<String> passwordHash(PersonId id);

    /** What decides on sessions of the person with that login; empty when there is none. */
    Optional<SessionState> sessions(String login);

    /**
     * Ends every session that the person has, once the caller's transaction is committed.
     *
     * @return the generation in which sessions begin from then on
     */
    int endSessions(PersonId id, SessionEnding ending);

    void setPassword(PersonId id, String passwordHash, boolean mustChange);

    void setActive(PersonId id, boolean active);

    /** Adds the grant; nothing happens when the person holds it already. */
    void grant(PersonId id, Grant grant);

    void revoke(PersonId id, Grant grant);

    /** Lets no other transaction change who administers until this one ends. */
    void lockAdministration();
}
