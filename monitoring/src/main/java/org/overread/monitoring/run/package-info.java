/**
 * Runs of a version's checks that somebody starts and that go on aside, and the log of all runs. Start at {@link
 * org.overread.monitoring.run.RunDesk}.
 */
@NullMarked
package org.overread.monitoring.run;

import org.jspecify.annotations.NullMarked;
