package org.overread.registry;

/** A role held within a scope. */
public record Grant(Role role, Scope scope) {
    /** Whether whoever holds it may do that in this place. */
    public boolean opens(Permission permission, Place place) {
        return permission.roles().contains(role) && scope.covers(place);
    }

    /** Whether whoever holds it may do that with no limit at all. */
    public boolean opensEverywhere(Permission permission) {
        return permission.roles().contains(role) && scope.equals(Scope.EVERYWHERE);
    }

    /** Whether it is that role, in this place. */
    public boolean is(Role asked, Place place) {
        return role == asked && scope.covers(place);
    }
}
