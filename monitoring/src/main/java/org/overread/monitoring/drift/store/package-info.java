/** Reads the columns of predictions from PostgreSQL. */
@NullMarked
package org.overread.monitoring.drift.store;

import org.jspecify.annotations.NullMarked;
