package org.overread.monitoring.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How long one window lasts. All begin and end with a UTC day. */
public enum WindowLength {
    DAY(ChronoUnit.DAYS),
    /** From Monday to Sunday. */
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    WindowLength(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The first day of the window that the day lies in. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of the window that lies so many windows before the one that begins on this day. */
    public LocalDate back(LocalDate start, int windows) {
        return start.minus(windows, unit);
    }

    /** Such as {@code week}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
