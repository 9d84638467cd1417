package org.overread.monitoring.alert.store;

import jakarta.persistence.EntityManager;
import org.overread.monitoring.alert.AlertLog;

/** Puts the store together by hand, for tests. */
public final class AlertStores {
    private AlertStores() {}

    public static AlertLog log(EntityManager entities) {
        var log = new JpaAlertLog();
        log.entities = entities;
        return log;
    }
}
