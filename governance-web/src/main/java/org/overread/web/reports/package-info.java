/** Reports to produce and reports produced, for those who must prove something. Start at {@code ReportsView}. */
@NullMarked
package org.overread.web.reports;

import org.jspecify.annotations.NullMarked;
