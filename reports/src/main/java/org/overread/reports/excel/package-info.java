/**
 * Documents as Excel workbooks: the only place that knows how such a file is made. Start at
 * {@link org.overread.reports.excel.ExcelWriter}.
 */
@NullMarked
package org.overread.reports.excel;

import org.jspecify.annotations.NullMarked;
