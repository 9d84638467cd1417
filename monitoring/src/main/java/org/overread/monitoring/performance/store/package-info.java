/** Cohorts out of PostgreSQL, by binary {@code COPY}. */
@NullMarked
package org.overread.monitoring.performance.store;

import org.jspecify.annotations.NullMarked;
