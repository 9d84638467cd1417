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

    /** Hears how far the story is. */
    interface Progress {
        void told(int happenings, int of, Instant next);
    }

    void plan(Instant at, Runnable what) {
        happenings.add(new Happening(at, what));
    }

    void plan(Collection<Happening> more) {
        happenings.addAll(more);
    }

    /** Tells all of it, each at its time; before each it says how many have been told, of how many, and which is next. */
    void tell(Progress progress) {
        happenings.sort(Comparator.comparing(Happening::at));
        for (int told = 0; told < happenings.size(); told++) {
            var next = happenings.get(told);
            progress.told(told, happenings.size(), next.at());
            StoryTime.at(next.at(), next.what());
        }
    }
}
