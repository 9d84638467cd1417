/** Alerts in PostgreSQL: one row when raised, one for everything that happens to it. */
@NullMarked
package org.overread.monitoring.alert.store;

import org.jspecify.annotations.NullMarked;
