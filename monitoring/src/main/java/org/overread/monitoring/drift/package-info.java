/**
 * Has what the model sees moved: the values of features, scores and outcomes in a window beside those of the reference
 * window. Each statistic is a type of its own; {@link org.overread.monitoring.drift.DriftRule} says when a difference
 * is a finding.
 */
@NullMarked
package org.overread.monitoring.drift;

import org.jspecify.annotations.NullMarked;
