/**
 * Is the model as good for everyone, and who is too few to be shown. Start at
 * {@link org.overread.monitoring.subgroup.Evaluation}; nothing of it is shown before
 * {@link org.overread.monitoring.subgroup.SmallCells} has seen it.
 */
@NullMarked
package org.overread.monitoring.subgroup;

import org.jspecify.annotations.NullMarked;
