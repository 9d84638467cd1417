package org.overread.monitoring.profile;

import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.profile.store.ProfileStores;

/** The service that makes profiles, put together by hand on the database of an intake. */
public final class ProfilingBench {
    public final Profiles profiles;
    public final Profiling profiling = new Profiling();
    private final IntakeBench intake;

    public ProfilingBench(IntakeBench intake) {
        this.intake = intake;
        profiles = ProfileStores.profiles(intake.transactions.dataSource());
        profiling.catalog = intake.catalog;
        profiling.profiles = profiles;
    }

    /** Brings every day up to date, each version in a transaction of its own. */
    public int rebuild() {
        return intake.transactions.run(() -> profiling.rebuild(Integer.MAX_VALUE));
    }
}
