package org.overread.monitoring.prediction.store;

import javax.sql.DataSource;
import org.overread.monitoring.prediction.PredictionLog;
import org.overread.monitoring.prediction.Predictions;

/** Puts the stores together by hand, for tests. */
public final class PredictionStores {
    private PredictionStores() {}

    public static PredictionLog log(DataSource inTransaction, DataSource atOnce) {
        var log = new JdbcPredictionLog();
        log.database = inTransaction;
        log.keys = new SeriesKeys();
        log.keys.fresh = new NewKeys();
        log.keys.fresh.database = atOnce;
        return log;
    }

    public static Predictions predictions(DataSource database) {
        var predictions = new JdbcPredictions();
        predictions.database = database;
        return predictions;
    }
}
