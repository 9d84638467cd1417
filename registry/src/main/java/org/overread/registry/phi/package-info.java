/**
 * Keeps patients' identifiers out of free text. Start at {@link org.overread.registry.phi.PhiScan}.
 */
@NullMarked
package org.overread.registry.phi;

import org.jspecify.annotations.NullMarked;
