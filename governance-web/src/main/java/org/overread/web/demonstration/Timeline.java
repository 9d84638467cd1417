package org.overread.web.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What happens in the demonstration, told in the order of time, so that the audit trail reads as it would have been
 * written.
 */
final class Timeline {
    private final List<Happening> happenings = new ArrayList<>();

    /**
     * One thing that happens. Told a second time it must leave what is there as it is.
     *
     * @param at when; of two at the same time the one that was planned first comes first
     */
    record Happening(Instant at, Runnable what) {}

    void plan(Instant at, Runnable what) {
        happenings.add(new Happening(at, what));
    }

    void plan(Collection<Happening> more) {
        happenings.addAll(more);
    }

    /** Tells all of it, each at its time. */
    void tell() {
        happenings.stream()
                .sorted(Comparator.comparing(Happening::at))
                .forEach(happening -> StoryTime.at(happening.at(), happening.what()));
    }
}
