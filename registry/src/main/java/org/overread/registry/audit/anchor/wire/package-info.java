/** Anchors as text. Start at {@link org.overread.registry.audit.anchor.wire.AnchorTexts}. */
@NullMarked
package org.overread.registry.audit.anchor.wire;

import org.jspecify.annotations.NullMarked;
