/**
 * The promotion gate: decides from a published policy and frozen evidence whether a version may go to human review.
 *
 * <p>Everything here is plain Java that knows no database and no clock. Start at
 * {@link org.overread.registry.gate.PromotionGate}; a committee writes a {@link org.overread.registry.gate.Policy}, and
 * whoever monitors the version answers {@link org.overread.registry.gate.EvidenceSource}.
 */
@NullMarked
package org.overread.registry.gate;

import org.jspecify.annotations.NullMarked;
