/** Truths in PostgreSQL. */
@NullMarked
package org.overread.monitoring.truth.store;

import org.jspecify.annotations.NullMarked;
