package org.overread.monitoring.integrity.store;

import javax.sql.DataSource;
import org.overread.monitoring.integrity.IntegrityLog;

/** Puts the stores together by hand, for tests. */
public final class IntegrityStores {
    private IntegrityStores() {}

    public static IntegrityLog log(DataSource database) {
        var log = new JdbcIntegrityLog();
        log.database = database;
        return log;
    }
}
