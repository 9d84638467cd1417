package org.overread.registry.promotion;

import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.Place;

/**
 * Who may publish a policy: only those whose right reaches everything it would judge. A policy holds at every site, so
 * a right that ends at one site is too small; a policy for all models needs a right without limits.
 */
final class PublishingRight {
    private PublishingRight() {}

    static void check(Actor actor, Place judged) {
        actor.mustBeAllowedWithin(Permission.PUBLISH_POLICIES, judged);
        if (!actor.may(Permission.PUBLISH_POLICIES, judged)) {
            throw new GovernanceException(
                    ErrorCode.NOT_ALLOWED,
                    "Your right to publish policies does not reach everything that this one would judge.");
        }
    }
}
