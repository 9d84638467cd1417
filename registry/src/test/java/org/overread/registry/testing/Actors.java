package org.overread.registry.testing;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.Scope;

/** People and machines as tests speak of them. */
public final class Actors {
    private Actors() {}

    /** A person who holds these roles everywhere. The same login is always the same person. */
    public static Actor.Person person(String login, Role... roles) {
        return within(Scope.EVERYWHERE, login, roles);
    }

    /** A person who holds these roles within that scope. */
    public static Actor.Person within(Scope scope, String login, Role... roles) {
        return new Actor.Person(
                idOf(login),
                login,
                login,
                Arrays.stream(roles).map(role -> new Grant(role, scope)).collect(Collectors.toSet()));
    }

    public static PersonId idOf(String login) {
        return new PersonId(UUID.nameUUIDFromBytes(login.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** A machine that reaches everything with these scopes. */
    public static Actor.Machine machine(ApiScope... scopes) {
        return new Actor.Machine("machine-1", "Model server", Set.of(scopes), Scope.EVERYWHERE);
    }
}
