/**
 * Whether what is sent is whole and as declared: values no one declared, numbers on another scale, features that stopped
 * coming, and how much comes when and how late. Such lines are kept and counted, never refused: they are what the model
 * really saw. Start at {@link org.overread.monitoring.integrity.IntegrityCheck} for one batch, at {@link
 * org.overread.monitoring.integrity.Integrity} for a version.
 */
@NullMarked
package org.overread.monitoring.integrity;

import org.jspecify.annotations.NullMarked;
