/**
 * For whom a clinician's word of harm or error waits, from the moment it is told until somebody has answered it. Start at
 * {@link org.overread.monitoring.concern.Concerns}.
 */
@NullMarked
package org.overread.monitoring.concern;

import org.jspecify.annotations.NullMarked;
