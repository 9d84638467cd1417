/**
 * What the audit trail cannot say of itself: where its end was. From time to time the end is signed and put where whoever
 * owns the database does not reach. Start at {@link org.overread.registry.audit.anchor.Anchors}, which does so; the check
 * against them is {@link org.overread.registry.audit.anchor.AnchorComparison}.
 */
@NullMarked
package org.overread.registry.audit.anchor;

import org.jspecify.annotations.NullMarked;
