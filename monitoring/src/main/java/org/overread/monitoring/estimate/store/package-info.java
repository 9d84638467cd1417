/** Predictions beside what was done about them, out of PostgreSQL. */
@NullMarked
package org.overread.monitoring.estimate.store;

import org.jspecify.annotations.NullMarked;
