/** The audit trail on the screen. Start at {@code AuditView}. */
@NullMarked
package org.overread.web.audit;

import org.jspecify.annotations.NullMarked;
