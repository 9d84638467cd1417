/**
 * Drawings of figures, each with the same numbers as a table and as a file. Start at {@link org.overread.web.chart.Chart}.
 */
@NullMarked
package org.overread.web.chart;

import org.jspecify.annotations.NullMarked;
