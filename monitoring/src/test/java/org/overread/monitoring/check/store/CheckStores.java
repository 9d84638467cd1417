package org.overread.monitoring.check.store;

import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import org.overread.monitoring.check.FeatureCounts;
import org.overread.monitoring.check.PauseBook;

/** Puts the stores together by hand, for tests. */
public final class CheckStores {
    private CheckStores() {}

    public static PauseBook pauses(EntityManager entities) {
        var book = new JpaPauseBook();
        book.entities = entities;
        return book;
    }

    public static FeatureCounts counts(DataSource database) {
        var counts = new JdbcFeatureCounts();
        counts.database = database;
        return counts;
    }
}
