/**
 * Every figure of the product, defined once, with its interval and a reason when it has none. Start at
 * {@link org.overread.monitoring.metric.Figures}; all of them read a {@link org.overread.monitoring.metric.Ladder}.
 */
@NullMarked
package org.overread.monitoring.metric;

import org.jspecify.annotations.NullMarked;
