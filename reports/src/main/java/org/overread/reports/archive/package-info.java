/**
 * Produced reports, kept as they were handed out, each with the SHA-256 of its bytes. Start at
 * {@link org.overread.reports.archive.Exports}.
 */
@NullMarked
package org.overread.reports.archive;

import org.jspecify.annotations.NullMarked;
