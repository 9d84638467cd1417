/** Plans, and what data hold, in PostgreSQL. */
@NullMarked
package org.overread.monitoring.plan.store;

import org.jspecify.annotations.NullMarked;
