package org.overread.registry.promotion.store;

import jakarta.persistence.EntityManager;

/**
 * Lets one transaction at a time do something that is named by a text; the others wait until it ends.
 *
 * <p>The rows themselves cannot be locked: {@code SELECT … FOR UPDATE} needs the right to update, and the application
 * has none on tables that only grow.
 */
final class Turns {
    private Turns() {}

    static void take(EntityManager entities, String what) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:what, 3))")
                .setParameter("what", what)
                .getSingleResult();
    }
}
