/** The audit trail's rows. Start at {@code JpaAuditTrail}, which appends. */
@NullMarked
package org.overread.registry.audit.store;

import org.jspecify.annotations.NullMarked;
