package org.overread.registry.promotion;

import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.Scope;

/**
 * Who may publish a policy: only those whose right reaches everything it would judge. A policy holds at every site, so
 * a right that ends at one site is too small; a policy for all models needs a right without limits.
 */
final class PublishingRight {
    private PublishingRight() {}

    static void check(Actor actor, Place judged) {
        actor.mustBeAllowed(Permission.PUBLISH_POLICIES, judged);
        if (actor instanceof Actor.Person person && !reaches(person, judged)) {
            throw new GovernanceException(
                    ErrorCode.NOT_ALLOWED,
                    "Your right to publish policies does not reach everything that this one would judge.");
        }
    }

    /** Whether the person may publish for everything that is judged. */
    static boolean reaches(Actor.Person person, Place judged) {
        return person.grants().stream()
                .filter(grant -> Permission.PUBLISH_POLICIES.roles().contains(grant.role()))
                .anyMatch(grant -> reachesAllOf(grant.scope(), judged));
    }

    private static boolean reachesAllOf(Scope scope, Place judged) {
        return scope.site() == null && (judged.equals(Place.ANYWHERE) ? unlimited(scope) : scope.covers(judged));
    }

    private static boolean unlimited(Scope scope) {
        return scope.equals(Scope.EVERYWHERE);
    }
}
