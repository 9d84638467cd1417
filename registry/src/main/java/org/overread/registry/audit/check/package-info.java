/**
 * Whether the audit trail is as it was written, asked by schedule and on demand, and told to compliance at once when it
 * is not. Start at {@link org.overread.registry.audit.check.TrailChecks}.
 */
@NullMarked
package org.overread.registry.audit.check;

import org.jspecify.annotations.NullMarked;
