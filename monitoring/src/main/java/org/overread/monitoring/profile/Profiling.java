package org.overread.monitoring.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Catalog;

/**
 * Brings profiles up to date. It may stop anywhere: what is behind is marked in the database by the batch that changed
 * it, and the mark goes in the transaction that brings the new profile.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Profiling {
    private static final Actor.Product PRODUCT = new Actor.Product("profiles");

    /** So many days are made from one reading: enough to spare readings, few enough to be held at a time. */
    private static final int DAYS_AT_A_TIME = 16;

    @Inject
    Catalog catalog;

    @Inject
    Profiles profiles;

    /**
     * Makes profiles that are behind anew.
     *
     * @param limit the most days
     * @return how many days were made
     */
    public int rebuild(int limit) {
        int done = 0;
        for (var behind : profiles.behind()) {
            var days = new TreeSet<>(behind.days());
            while (!days.isEmpty() && done < limit) {
                var some = first(days, Math.min(DAYS_AT_A_TIME, limit - done));
                if (!profiles.rebuild(behind.version(), some, threshold(behind.version()))) {
                    break;
                }
                done += some.size();
            }
        }
        return done;
    }

    private double threshold(ModelVersionId version) {
        var threshold = catalog.version(PRODUCT, version).declared().threshold();
        return threshold == null ? Double.NaN : threshold;
    }

    private static SortedSet<LocalDate> first(TreeSet<LocalDate> days, int most) {
        var some = new TreeSet<LocalDate>();
        while (!days.isEmpty() && some.size() < most) {
            some.add(days.removeFirst());
        }
        return some;
    }
}
