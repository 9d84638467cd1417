/** Started runs in PostgreSQL. */
@NullMarked
package org.overread.monitoring.run.store;

import org.jspecify.annotations.NullMarked;
