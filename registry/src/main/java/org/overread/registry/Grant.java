package org.overread.registry;

/** A role held within a scope. */
public record Grant(Role role, Scope scope) {
    /** Whether whoever holds it may do that in all of this place. */
    public boolean opens(Permission permission, Place place) {
        return permission.roles().contains(role) && scope.covers(place);
    }

    /** Whether whoever holds it may do that to something within this place. */
    public boolean opensWithin(Permission permission, Place place) {
        return permission.roles().contains(role) && scope.meets(place);
    }

    /** Whether it is that role, in all of this place. */
    public boolean is(Role asked, Place place) {
        return role == asked && scope.covers(place);
    }
}
