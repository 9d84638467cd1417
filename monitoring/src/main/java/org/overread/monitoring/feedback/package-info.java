/**
 * What clinicians were shown and what they say of it. Start at {@link org.overread.monitoring.feedback.Feedback}.
 */
@NullMarked
package org.overread.monitoring.feedback;

import org.jspecify.annotations.NullMarked;
