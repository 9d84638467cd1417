package org.overread.registry.testing;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Rights.TokenRights;
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
        return with(
                GivenRights.of(
                        Arrays.stream(roles).map(role -> new Grant(role, scope)).collect(Collectors.toSet())),
                login);
    }

    /** A person with rights that the test can change. */
    public static Actor.Person with(GivenRights rights, String login) {
        return new Actor.Person(idOf(login), login, login, rights);
    }

    public static PersonId idOf(String login) {
        return new PersonId(UUID.nameUUIDFromBytes(login.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** A machine that reaches everything with these scopes. */
    public static Actor.Machine machine(ApiScope... scopes) {
        return machine("machine-1", Scope.EVERYWHERE, scopes);
    }

    /** A machine that reaches so far with these scopes. */
    public static Actor.Machine machine(String id, Scope reach, ApiScope... scopes) {
        return machine(GivenRights.of(new TokenRights(Set.of(scopes), reach)), id);
    }

    /** A machine with rights that the test can change. */
    public static Actor.Machine machine(GivenRights rights, String id) {
        return new Actor.Machine(id, "Model server", rights);
    }
}
