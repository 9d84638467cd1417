/** Pauses, and counts of features, in PostgreSQL. */
@NullMarked
package org.overread.monitoring.check.store;

import org.jspecify.annotations.NullMarked;
