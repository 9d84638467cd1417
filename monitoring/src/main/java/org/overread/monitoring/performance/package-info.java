/**
 * How well a version does on the predictions that were sent, asked by people and by the gate. Start at {@link
 * org.overread.monitoring.performance.Performance}.
 */
@NullMarked
package org.overread.monitoring.performance;

import org.jspecify.annotations.NullMarked;
