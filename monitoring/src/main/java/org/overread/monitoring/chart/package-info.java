/**
 * Control charts: whether clinicians accept and override a version's outputs as they used to, week by week or
 * in longer periods. Start at {@link org.overread.monitoring.chart.ControlCharts}; the mathematics begins at {@link
 * org.overread.monitoring.chart.RateChart}.
 */
@NullMarked
package org.overread.monitoring.chart;

import org.jspecify.annotations.NullMarked;
