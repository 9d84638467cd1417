/** Plans as files. */
@NullMarked
package org.overread.monitoring.plan.wire;

import org.jspecify.annotations.NullMarked;
