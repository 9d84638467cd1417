package org.overread.monitoring.schedule;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.schedule.MonitoringStatus.Worry;
import org.overread.monitoring.truth.Fact;
import org.overread.monitoring.truth.Truth;

/**
 * What is known of a version from its data, and what clinicians said of it and nobody has answered.
 *
 * @param remarks one for each fact in the data, the worst first; empty when nothing is known
 * @param unanswered what clinicians wait for, which comes before everything else
 */
record Known(List<Remark> remarks, List<Fact> unanswered) {
    static final Known NOTHING = new Known(List.of(), List.of());
    private static final Known PENDING = new Known(
            List.of(Remark.note("Its data are being looked at; what they say will stand here within a minute.")),
            List.of());

    Known {
        remarks = List.copyOf(remarks);
        unanswered = List.copyOf(unanswered);
    }

    /** @param pending whether there are data that nobody has looked at yet */
    static Known of(@Nullable Truth truth, boolean pending) {
        if (truth == null) {
            return pending ? PENDING : NOTHING;
        }
        return new Known(remarks(truth.facts()), List.of());
    }

    /** The same, with what waits for an answer. */
    Known with(List<Fact> waiting) {
        return new Known(remarks, waiting);
    }

    /** What clinicians wait for, as remarks. */
    List<Remark> first() {
        return remarks(unanswered);
    }

    private static List<Remark> remarks(List<Fact> facts) {
        return facts.stream()
                .map(fact -> new Remark(fact.sentence(), fact.weight() == Fact.Weight.CONCERN))
                .toList();
    }

    /** How many facts somebody should look at. */
    long concerns() {
        return Stream.concat(first().stream(), remarks.stream())
                .filter(Remark::concern)
                .count();
    }

    /** Facts that somebody should look at are worth a look, whatever else stands well; feared harm is an alert. */
    Worry worry(Worry otherwise) {
        if (unanswered.stream().anyMatch(fact -> fact.kind() == Fact.Kind.CONCERN)) {
            return Worry.ALERT;
        }
        return concerns() > 0 && otherwise.compareTo(Worry.NOTICE) > 0 ? Worry.NOTICE : otherwise;
    }
}
