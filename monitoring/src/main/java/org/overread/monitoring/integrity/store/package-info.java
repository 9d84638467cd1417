/** The checks of batches in PostgreSQL. */
@NullMarked
package org.overread.monitoring.integrity.store;

import org.jspecify.annotations.NullMarked;
