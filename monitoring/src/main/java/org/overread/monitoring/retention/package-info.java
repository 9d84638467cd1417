/**
 * Removes what predictions said of single patients (features, text, reference) once it is old, where the installation
 * wants that. Scores, outcomes and profiles stay. Start at {@link org.overread.monitoring.retention.Retention}.
 */
@NullMarked
package org.overread.monitoring.retention;

import org.jspecify.annotations.NullMarked;
