/**
 * What models said and what turned out to be true: the intake of predictions and outcomes. Start at {@link
 * org.overread.monitoring.prediction.Prediction}.
 */
@NullMarked
package org.overread.monitoring.prediction;

import org.jspecify.annotations.NullMarked;
