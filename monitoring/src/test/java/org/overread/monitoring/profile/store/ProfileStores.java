package org.overread.monitoring.profile.store;

import javax.sql.DataSource;
import org.overread.monitoring.profile.Profiles;

/** Puts the store together by hand, for tests. */
public final class ProfileStores {
    private ProfileStores() {}

    public static Profiles profiles(DataSource database) {
        var profiles = new JdbcProfiles();
        profiles.database = database;
        return profiles;
    }
}
