/** Payloads in PostgreSQL. */
@NullMarked
package org.overread.monitoring.retention.store;

import org.jspecify.annotations.NullMarked;
