package org.overread.monitoring.performance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How long one point of a trend lasts; all of them begin and end with a UTC day. */
public enum TrendPeriod {
    DAY(ChronoUnit.DAYS, 90),
    /** From Monday to Sunday. */
    WEEK(ChronoUnit.WEEKS, 52),
    MONTH(ChronoUnit.MONTHS, 24);

    private final ChronoUnit unit;
    private final int usual;

    TrendPeriod(ChronoUnit unit, int usual) {
        this.unit = unit;
        this.usual = usual;
    }

    /** The first day of the period that a day lies in. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of the period after the one that begins on this day. */
    public LocalDate next(LocalDate start) {
        return start.plus(1, unit);
    }

    /** Where a trend begins that ends before this day, when nobody says otherwise. */
    LocalDate usualStart(LocalDate end) {
        return start(end.minus(usual, unit));
    }

    long between(LocalDate start, LocalDate end) {
        return unit.between(start(start), end);
    }
}
