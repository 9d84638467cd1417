/**
 * What can be said of performance while outcomes are late. Start at {@link
 * org.overread.monitoring.estimate.Estimates}; the mathematics begins at {@link
 * org.overread.monitoring.estimate.LabelFreeFigures}.
 */
@NullMarked
package org.overread.monitoring.estimate;

import org.jspecify.annotations.NullMarked;
