/** Profiles in PostgreSQL. Start at {@link org.overread.monitoring.profile.store.JdbcProfiles}. */
@NullMarked
package org.overread.monitoring.profile.store;

import org.jspecify.annotations.NullMarked;
