/** Rows and queries of cards and feedback. */
@NullMarked
package org.overread.monitoring.feedback.store;

import org.jspecify.annotations.NullMarked;
