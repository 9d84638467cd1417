package org.overread.web.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * What happens in the demonstration, told in the order of time, so that the audit trail reads as it would have been
 * written.
 */
final class Timeline {
    /** How many happenings share a transaction at most: a session slows down with what it holds. */
    private static final int TOGETHER = 50;

    private final List<Happening> happenings = new ArrayList<>();

    /**
     * One thing that happens. Told a second time it must leave what is there as it is.
     *
     * @param at when; of two at the same time the one that was planned first comes first
     * @param joins whether it may share a transaction with its neighbours that may, too
     */
    record Happening(Instant at, Runnable what, boolean joins) {
        /** One that is told by itself. */
        Happening(Instant at, Runnable what) {
            this(at, what, false);
        }
    }

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

    /**
     * Tells all of it, each at its time; before each, or each group that shares a transaction, it says how many have been
     * told, of how many, and which is next.
     *
     * @param together runs what shares a transaction in one
     */
    void tell(Progress progress, Consumer<Runnable> together) {
        happenings.sort(Comparator.comparing(Happening::at));
        for (int told = 0; told < happenings.size(); ) {
            var next = happenings.subList(told, endOfGroup(told));
            progress.told(told, happenings.size(), next.getFirst().at());
            if (next.getFirst().joins()) {
                together.accept(() -> tell(next));
            } else {
                tell(next);
            }
            told += next.size();
        }
    }

    private int endOfGroup(int begin) {
        int end = begin + 1;
        if (happenings.get(begin).joins()) {
            int last = Math.min(begin + TOGETHER, happenings.size());
            while (end < last && happenings.get(end).joins()) {
                end++;
            }
        }
        return end;
    }

    private static void tell(List<Happening> some) {
        some.forEach(happening -> StoryTime.at(happening.at(), happening.what()));
    }
}
