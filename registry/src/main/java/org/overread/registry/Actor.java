package org.overread.registry;

import java.util.List;
import java.util.Set;

/**
 * Who is asking: a signed-in person, a machine with a token, or the product itself. An actor says who it is; what it may
 * do is looked up each time, in the caller's transaction.
 */
public sealed interface Actor {
    /** The id that the audit trail keeps. */
    String id();

    /** The name as printed. */
    String name();

    /** The scopes within which this actor may do that now, for whoever judges many pieces by one look. */
    List<Scope> scopesOf(Permission permission);

    /** Whether this actor may do that in all of this place. */
    default boolean may(Permission permission, Place place) {
        return scopesOf(permission).stream().anyMatch(scope -> scope.covers(place));
    }

    /**
     * Whether this actor may do that to something within this place: enough to be shown what there is, each piece of
     * which is then asked for by its own place. It opens nothing that belongs to all of the place.
     */
    default boolean mayWithin(Permission permission, Place place) {
        return scopesOf(permission).stream().anyMatch(scope -> scope.meets(place));
    }

    /**
     * Whether this actor may do that with no limit at all, as is asked for what belongs to no model, department or
     * site: a role that is limited to one of them must not open it.
     */
    default boolean mayEverywhere(Permission permission) {
        return may(permission, Place.EVERYWHERE);
    }

    /** Whether this actor may do that to anything at all. */
    default boolean maySomewhere(Permission permission) {
        return mayWithin(permission, Place.EVERYWHERE);
    }

    /**
     * Keeps this actor's rights as they are now until the caller's transaction ends, see {@link Rights#hold}. Ask for it
     * before what is judged opens or stops something, and before anything else is written.
     */
    void holdRights();

    /**
     * Lets the allowed pass. What {@link Permission#moves moves} something is judged by rights that nobody can take away
     * until the caller's transaction ends.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_ALLOWED} when the actor may not
     */
    default void mustBeAllowed(Permission permission, Place place) {
        if (permission.moves()) {
            holdRights();
        }
        if (!may(permission, place)) {
            throw new GovernanceException(ErrorCode.NOT_ALLOWED, name() + " may not do this here");
        }
    }

    /**
     * Lets those pass who are allowed something within this place. Whoever asks this asks for each piece afterwards.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_ALLOWED} when the actor may not
     */
    default void mustBeAllowedWithin(Permission permission, Place place) {
        if (permission.moves()) {
            holdRights();
        }
        if (!mayWithin(permission, place)) {
            throw new GovernanceException(ErrorCode.NOT_ALLOWED, name() + " may not do this here");
        }
    }

    /** Lets those pass who are allowed it anywhere at all; see {@link #mustBeAllowedWithin}. */
    default void mustBeAllowedSomewhere(Permission permission) {
        mustBeAllowedWithin(permission, Place.EVERYWHERE);
    }

    /**
     * Lets those pass who are allowed with no limit at all.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_ALLOWED} when the actor may not
     */
    default void mustBeAllowedEverywhere(Permission permission) {
        if (permission.moves()) {
            holdRights();
        }
        if (!mayEverywhere(permission)) {
            throw new GovernanceException(ErrorCode.NOT_ALLOWED, name() + " may not do this");
        }
    }

    /** A person who has signed in. Only the identity feature makes one, so that its rights are always looked up. */
    record Person(PersonId personId, String login, String name, Rights rights) implements Actor {
        @Override
        public String id() {
            return personId.toString();
        }

        /** The roles this person holds now. */
        public Set<Grant> grants() {
            return rights.grantsOf(personId);
        }

        @Override
        public List<Scope> scopesOf(Permission permission) {
            return grants().stream()
                    .filter(grant -> grant.carries(permission))
                    .map(Grant::scope)
                    .toList();
        }

        /** Whether this person holds the role in this place now. */
        public boolean holds(Role role, Place place) {
            return grants().stream().anyMatch(grant -> grant.is(role, place));
        }

        @Override
        public void holdRights() {
            rights.hold(this);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Person person && person.personId.equals(personId);
        }

        @Override
        public int hashCode() {
            return personId.hashCode();
        }

        @Override
        public String toString() {
            return "Person[" + personId + "]";
        }
    }

    /** A machine with a token. It reaches the models of its scope and nothing that only people may do. */
    record Machine(String id, String name, Rights rights) implements Actor {
        /** What its token is good for now. */
        public Set<ApiScope> scopes() {
            return rights.tokenOf(id).scopes();
        }

        /** How far its token reaches now. */
        public Scope reach() {
            return rights.tokenOf(id).reach();
        }

        @Override
        public List<Scope> scopesOf(Permission permission) {
            var token = rights.tokenOf(id);
            return token.scopes().stream().anyMatch(permission::openTo) ? List.of(token.reach()) : List.of();
        }

        @Override
        public void holdRights() {
            rights.hold(this);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Machine machine && machine.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }

        @Override
        public String toString() {
            return "Machine[" + id + "]";
        }
    }

    /** The product itself, when it finishes what people have decided. It may do everything. */
    record Product(String id) implements Actor {
        @Override
        public String name() {
            return "Overread";
        }

        @Override
        public List<Scope> scopesOf(Permission permission) {
            return List.of(Scope.EVERYWHERE);
        }

        @Override
        public void holdRights() {
            // Nobody can take anything away from it.
        }
    }
}
