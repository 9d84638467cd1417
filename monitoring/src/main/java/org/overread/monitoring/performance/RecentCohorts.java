package org.overread.monitoring.performance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.registry.ModelVersionId;

/**
 * The cohorts that were asked for last, so that another threshold or another attribute need not read them again. It
 * keeps so many rows altogether, some 40 MB, and none that a later batch has made old.
 */
final class RecentCohorts {
    private static final int ROWS = 2_000_000;

    private record Key(ModelVersionId version, Window window) {}

    private record Kept(long state, Cohort cohort) {}

    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** The cohort of that state, read if it is not at hand. */
    Cohort get(ModelVersionId version, Window window, long state, Supplier<Cohort> reading) {
        var key = new Key(version, window);
        var known = find(key);
        if (known != null && known.state() == state) {
            return known.cohort();
        }
        var cohort = reading.get();
        keep(key, new Kept(state, cohort));
        return cohort;
    }

    private synchronized @Nullable Kept find(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, Kept cohort) {
        kept.remove(key);
        if (cohort.cohort().size() > ROWS) {
            return;
        }
        kept.put(key, cohort);
        var eldest = kept.values().iterator();
        for (long rows = rows(); rows > ROWS; ) {
            rows -= eldest.next().cohort().size();
            eldest.remove();
        }
    }

    private long rows() {
        return kept.values().stream().mapToLong(each -> each.cohort().size()).sum();
    }
}
