package org.overread.monitoring.retention.store;

import javax.sql.DataSource;
import org.overread.monitoring.retention.Payloads;

/** Puts the stores together by hand, for tests. */
public final class RetentionStores {
    private RetentionStores() {}

    public static Payloads payloads(DataSource database) {
        var payloads = new JdbcPayloads();
        payloads.database = database;
        return payloads;
    }
}
