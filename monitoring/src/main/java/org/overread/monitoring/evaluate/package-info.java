/**
 * The command {@code evaluate}: performance by subgroup from a file, without a server. Start at {@link
 * org.overread.monitoring.evaluate.Evaluate}; {@link org.overread.monitoring.evaluate.EvaluationJson} is also the form
 * in which the server answers.
 */
@NullMarked
package org.overread.monitoring.evaluate;

import org.jspecify.annotations.NullMarked;
