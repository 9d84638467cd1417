package org.overread.registry;

import java.util.Set;

/** Who is asking: a signed-in person, a machine with a token, or the product itself. */
public sealed interface Actor {
    /** The id that the audit trail keeps. */
    String id();

    /** The name as printed. */
    String name();

    /** Whether this actor may do that in this place. */
    boolean may(Permission permission, Place place);

    /**
     * Whether this actor may do that with no limit at all, as is asked for what belongs to no model, department or
     * site: a role that is limited to one of them must not open it.
     */
    boolean mayEverywhere(Permission permission);

    /**
     * Lets the allowed pass.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_ALLOWED} when the actor may not
     */
    default void mustBeAllowed(Permission permission, Place place) {
        if (!may(permission, place)) {
            throw new GovernanceException(ErrorCode.NOT_ALLOWED, name() + " may not do this here");
        }
    }

    /**
     * Lets those pass who are allowed with no limit at all.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_ALLOWED} when the actor may not
     */
    default void mustBeAllowedEverywhere(Permission permission) {
        if (!mayEverywhere(permission)) {
            throw new GovernanceException(ErrorCode.NOT_ALLOWED, name() + " may not do this");
        }
    }

    /** A person who has signed in. */
    record Person(PersonId personId, String login, String name, Set<Grant> grants) implements Actor {
        public Person {
            grants = Set.copyOf(grants);
        }

        @Override
        public String id() {
            return personId.toString();
        }

        @Override
        public boolean may(Permission permission, Place place) {
            return grants.stream()
                    .anyMatch(grant -> permission.roles().contains(grant.role())
                            && grant.scope().covers(place));
        }

        @Override
        public boolean mayEverywhere(Permission permission) {
            return grants.stream()
                    .anyMatch(grant -> permission.roles().contains(grant.role())
                            && grant.scope().equals(Scope.EVERYWHERE));
        }

        /** Whether this person holds the role in this place. */
        public boolean holds(Role role, Place place) {
            return grants.stream()
                    .anyMatch(grant -> grant.role() == role && grant.scope().covers(place));
        }
    }

    /** A machine with a token. It reaches the models of its scope and nothing that only people may do. */
    record Machine(String id, String name, Set<ApiScope> scopes, Scope reach) implements Actor {
        public Machine {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public boolean may(Permission permission, Place place) {
            return scopes.stream().anyMatch(permission::openTo) && reach.covers(place);
        }

        @Override
        public boolean mayEverywhere(Permission permission) {
            return reach.equals(Scope.EVERYWHERE) && may(permission, Place.ANYWHERE);
        }
    }

    /** The product itself, when it finishes what people have decided. It may do everything. */
    record Product(String id) implements Actor {
        @Override
        public String name() {
            return "Overread";
        }

        @Override
        public boolean may(Permission permission, Place place) {
            return true;
        }

        @Override
        public boolean mayEverywhere(Permission permission) {
            return true;
        }
    }
}
