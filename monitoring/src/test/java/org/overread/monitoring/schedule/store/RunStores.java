package org.overread.monitoring.schedule.store;

import jakarta.persistence.EntityManager;
import org.overread.monitoring.schedule.RunLog;

/** Puts the store together by hand, for tests. */
public final class RunStores {
    private RunStores() {}

    public static RunLog log(EntityManager entities) {
        var log = new JpaRunLog();
        log.entities = entities;
        return log;
    }
}
