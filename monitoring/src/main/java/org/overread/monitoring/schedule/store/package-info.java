/** Runs in PostgreSQL. */
@NullMarked
package org.overread.monitoring.schedule.store;

import org.jspecify.annotations.NullMarked;
