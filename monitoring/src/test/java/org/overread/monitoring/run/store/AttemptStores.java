package org.overread.monitoring.run.store;

import jakarta.persistence.EntityManager;
import org.overread.monitoring.run.RunAttempts;

/** Puts the store together by hand, for tests. */
public final class AttemptStores {
    private AttemptStores() {}

    public static RunAttempts attempts(EntityManager entities) {
        var attempts = new JpaRunAttempts();
        attempts.entities = entities;
        return attempts;
    }
}
