/**
 * When versions are checked, and what each run found. Start at {@link org.overread.monitoring.schedule.MonitoringRuns}.
 */
@NullMarked
package org.overread.monitoring.schedule;

import org.jspecify.annotations.NullMarked;
