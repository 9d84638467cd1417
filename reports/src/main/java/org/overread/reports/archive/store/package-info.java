/** The archive's rows. Start at {@code JpaReportArchive}. */
@NullMarked
package org.overread.reports.archive.store;

import org.jspecify.annotations.NullMarked;
