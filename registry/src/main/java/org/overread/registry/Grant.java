package org.overread.registry;

/** A role held within a scope. */
public record Grant(Role role, Scope scope) {
    /** Whether whoever holds it may do that in all of this place. */
    public boolean opens(Permission permission, Place place) {
        return carries(permission) && scope.covers(place);
    }

    /** Whether whoever holds it may do that within its scope. */
    public boolean carries(Permission permission) {
        return permission.roles().contains(role);
    }

    /** Whether it is that role, in all of this place. */
    public boolean is(Role asked, Place place) {
        return role == asked && scope.covers(place);
    }
}
