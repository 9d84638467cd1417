package org.overread.monitoring.profile;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What some days are put together from.
 *
 * @param weeks the Mondays of whole weeks whose profiles are up to date
 * @param days other days whose profiles are up to date
 * @param behind days whose predictions must be read
 */
public record Cover(SortedSet<LocalDate> weeks, SortedSet<LocalDate> days, SortedSet<LocalDate> behind) {
    private static final int WEEK = 7;

    /**
     * Weeks where possible, single days elsewhere.
     *
     * @param to the day after the last
     * @param changed the days whose profiles are behind
     */
    public static Cover of(LocalDate from, LocalDate to, SortedSet<LocalDate> changed) {
        var cover = new Cover(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (var day = from; day.isBefore(to); ) {
            var next = day.plusDays(WEEK);
            if (day.getDayOfWeek() == DayOfWeek.MONDAY
                    && !next.isAfter(to)
                    && changed.subSet(day, next).isEmpty()) {
                cover.weeks.add(day);
                day = next;
            } else {
                (changed.contains(day) ? cover.behind : cover.days).add(day);
                day = day.plusDays(1);
            }
        }
        return cover;
    }

    /** The Monday that a day's week begins with. */
    public static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
