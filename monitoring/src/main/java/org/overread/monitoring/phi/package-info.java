/**
 * Keeps patients' identifiers out of free text. Start at {@link org.overread.monitoring.phi.PhiScan}.
 */
@NullMarked
package org.overread.monitoring.phi;

import org.jspecify.annotations.NullMarked;
