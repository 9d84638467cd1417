package org.overread.web.testing;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.GivenRights;

/** People for tests of screens, everywhere in reach unless a test says otherwise. */
public final class People {
    private People() {}

    /** Somebody who holds these roles everywhere. The id follows from the roles. */
    public static Actor.Person with(Role... roles) {
        return with(
                GivenRights.of(Arrays.stream(roles)
                        .map(role -> new Grant(role, Scope.EVERYWHERE))
                        .collect(Collectors.toSet())),
                roles);
    }

    /** The same with rights that the test can change. */
    public static Actor.Person with(GivenRights rights, Role... roles) {
        var names = Arrays.stream(roles).map(Role::title).collect(Collectors.joining(" and "));
        var id = new PersonId(UUID.nameUUIDFromBytes(names.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return new Actor.Person(id, names.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), "The " + names, rights);
    }
}
