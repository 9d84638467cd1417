package org.overread.monitoring.schedule;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.schedule.MonitoringStatus.Worry;
import org.overread.monitoring.truth.Truth;

/**
 * What is known of a version from its data alone.
 *
 * @param concerns how many facts somebody should look at
 * @param sentence one for each fact, the worst first; empty when nothing is known
 */
record Known(long concerns, String sentence) {
    static final Known NOTHING = new Known(0, "");
    private static final Known PENDING =
            new Known(0, "Its data are being looked at; what they say will stand here within a minute.");

    /** @param pending whether there are data that nobody has looked at yet */
    static Known of(@Nullable Truth truth, boolean pending) {
        if (truth == null) {
            return pending ? PENDING : NOTHING;
        }
        return new Known(truth.concerning(), truth.sentence());
    }

    /** Facts that somebody should look at are worth a look, whatever else stands well. */
    Worry worry(Worry otherwise) {
        return concerns > 0 && otherwise.compareTo(Worry.NOTICE) > 0 ? Worry.NOTICE : otherwise;
    }
}
