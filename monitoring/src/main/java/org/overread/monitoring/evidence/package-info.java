/**
 * Answers the gate: what is known of a version, from its predictions and from what clinicians say of them. Start at
 * {@link org.overread.monitoring.evidence.MonitoredEvidence}.
 */
@NullMarked
package org.overread.monitoring.evidence;

import org.jspecify.annotations.NullMarked;
