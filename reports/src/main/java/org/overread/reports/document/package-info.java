/**
 * A report without a file format: what is told, in which order, and what kind of value each cell holds. Plain Java;
 * writers turn it into files. Start at {@link org.overread.reports.document.Document}.
 */
@NullMarked
package org.overread.reports.document;

import org.jspecify.annotations.NullMarked;
