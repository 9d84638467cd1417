/**
 * The cases of a version as a folder that Seismometer, the open notebook tool of the field, starts on without edits.
 * Start at {@link org.overread.reports.seismometer.SeismometerExports}.
 */
@NullMarked
package org.overread.reports.seismometer;

import org.jspecify.annotations.NullMarked;
