/**
 * What is promised to be watched of a version: features, groups, windows, limits, and who answers when one is broken.
 * Start at {@link org.overread.monitoring.plan.Plans}.
 */
@NullMarked
package org.overread.monitoring.plan;

import org.jspecify.annotations.NullMarked;
