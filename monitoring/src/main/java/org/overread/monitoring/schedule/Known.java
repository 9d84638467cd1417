package org.overread.monitoring.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.schedule.MonitoringStatus.Worry;
import org.overread.monitoring.truth.Fact;
import org.overread.monitoring.truth.Truth;

/**
 * What is known of a version from its data alone.
 *
 * @param remarks one for each fact, the worst first; empty when nothing is known
 */
record Known(List<Remark> remarks) {
    static final Known NOTHING = new Known(List.of());
    private static final Known PENDING = new Known(
            List.of(Remark.note("Its data are being looked at; what they say will stand here within a minute.")));

    Known {
        remarks = List.copyOf(remarks);
    }

    /** @param pending whether there are data that nobody has looked at yet */
    static Known of(@Nullable Truth truth, boolean pending) {
        if (truth == null) {
            return pending ? PENDING : NOTHING;
        }
        return new Known(truth.facts().stream()
                .map(fact -> new Remark(fact.sentence(), fact.weight() == Fact.Weight.CONCERN))
                .toList());
    }

    /** How many facts somebody should look at. */
    long concerns() {
        return remarks.stream().filter(Remark::concern).count();
    }

    /** Facts that somebody should look at are worth a look, whatever else stands well. */
    Worry worry(Worry otherwise) {
        return concerns() > 0 && otherwise.compareTo(Worry.NOTICE) > 0 ? Worry.NOTICE : otherwise;
    }
}
