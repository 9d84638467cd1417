/**
 * Who must be told of what, and what they did about it. Start at {@link org.overread.monitoring.alert.Alert}.
 */
@NullMarked
package org.overread.monitoring.alert;

import org.jspecify.annotations.NullMarked;
