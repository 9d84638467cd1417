package org.overread.web.container;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.Scope;

/**
 * A page by its address: for whom it is open, and what it shows to whom.
 *
 * @param route the route of its view
 * @param words something that is drawn for some of those it is open to; null when nothing of that kind is
 */
record Visit(
        String route,
        String address,
        Predicate<Asker> open,
        @Nullable String words,
        Predicate<Asker> shown) {
    static Visit of(String route, String address, Predicate<Asker> open) {
        return new Visit(route, address, open, null, open);
    }

    Visit showing(String what, Predicate<Asker> whom) {
        return new Visit(route, address, open, what, whom);
    }

    /** Those who hold any of these permissions, wherever. */
    static Predicate<Asker> any(Permission... permissions) {
        return asker -> Arrays.stream(permissions).anyMatch(asker::carries);
    }

    private static Predicate<Asker> with(Permission permission, Predicate<Scope> reach) {
        return asker -> asker.carries(permission) && reach.test(asker.limit().scope());
    }

    /** Those who may do that in all of the place. */
    static Predicate<Asker> at(Place place, Permission permission) {
        return with(permission, scope -> scope.covers(place));
    }

    /** Those who may do that to something within the place. */
    static Predicate<Asker> within(Place place, Permission permission) {
        return with(permission, scope -> scope.meets(place));
    }

    /** Those who may do that to all of some model. */
    static Predicate<Asker> someModel(Permission permission) {
        return with(permission, scope -> scope.site() == null && scope.department() == null);
    }
}
