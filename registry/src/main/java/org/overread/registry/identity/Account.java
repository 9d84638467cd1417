package org.overread.registry.identity;

import java.time.Instant;
import java.util.Set;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.Permission;
import org.overread.registry.PersonId;
import org.overread.registry.Place;
import org.overread.registry.Rights;
import org.overread.registry.Role;

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

    /** Whether this person, as read, could do that in all of this place. */
    public boolean may(Permission permission, Place place) {
        return active && grants.stream().anyMatch(grant -> grant.opens(permission, place));
    }

    /** Whether this person, as read, could act in that role in all of this place. */
    public boolean holds(Role role, Place place) {
        return active && grants.stream().anyMatch(grant -> grant.is(role, place));
    }

    /** This person as the one who asks; what they may do is asked anew each time. */
    Actor.Person actor(Rights rights) {
        return new Actor.Person(id, login, name, rights);
    }

    /** What everyone may know of this person. */
    public NamedPerson named() {
        return new NamedPerson(id, name, active);
    }
}
