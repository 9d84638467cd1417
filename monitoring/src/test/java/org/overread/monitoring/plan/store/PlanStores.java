package org.overread.monitoring.plan.store;

import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.ReviewBook;
import org.overread.monitoring.plan.Sightings;

/** Puts the stores together by hand, for tests. */
public final class PlanStores {
    private PlanStores() {}

    public static PlanBook book(EntityManager entities) {
        var book = new JpaPlanBook();
        book.entities = entities;
        return book;
    }

    public static ReviewBook reviews(EntityManager entities) {
        var book = new JpaReviewBook();
        book.entities = entities;
        return book;
    }

    public static Sightings sightings(DataSource database) {
        var sightings = new JdbcSightings();
        sightings.database = database;
        return sightings;
    }
}
