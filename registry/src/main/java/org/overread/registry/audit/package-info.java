/**
 * What happened, unchangeable: every write leaves an entry in the same transaction, and each entry carries the digest
 * of the one before. Start at {@link org.overread.registry.audit.AuditTrail}.
 */
@NullMarked
package org.overread.registry.audit;

import org.jspecify.annotations.NullMarked;
