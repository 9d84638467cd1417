/**
 * Two versions on the same cases: is the challenger better than the champion? Start at {@link
 * org.overread.monitoring.comparison.Comparisons}; {@link org.overread.monitoring.comparison.PairedComparison} is the
 * pure calculation.
 */
@NullMarked
package org.overread.monitoring.comparison;

import org.jspecify.annotations.NullMarked;
