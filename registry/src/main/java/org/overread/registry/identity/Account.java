package org.overread.registry.identity;

import java.time.Instant;
import java.util.Set;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;

/**
 * A person who can sign in, as administrators see them.
 *
 * @param login what they type to sign in, in lower case
 * @param active whether they may sign in; a person is never removed
 * @param passwordMustChange whether somebody else knows the password, so that it proves nothing yet
 */
public record Account(
        PersonId id,
        String login,
        String name,
        boolean active,
        boolean passwordMustChange,
        Set<Grant> grants,
        Instant createdAt) {
    public Account {
        grants = Set.copyOf(grants);
    }

    /** This person as the one who asks. */
    public Actor.Person actor() {
        return new Actor.Person(id, login, name, grants);
    }

    /** What everyone may know of this person. */
    public NamedPerson named() {
        return new NamedPerson(id, name, active);
    }
}
