package org.overread.monitoring.estimate.store;

import javax.sql.DataSource;
import org.overread.monitoring.estimate.AnsweredOutputs;

/** Puts the store together by hand, for tests. */
public final class EstimateStores {
    private EstimateStores() {}

    public static AnsweredOutputs outputs(DataSource database) {
        var outputs = new JdbcAnsweredOutputs();
        outputs.database = database;
        return outputs;
    }
}
