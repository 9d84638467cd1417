package org.overread.monitoring.drift;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param from the first instant
 * @param to the instant after the last
 */
public record Period(Instant from, Instant to) {
    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " is not before " + to);
        }
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** Its calendar months in UTC, the first and the last as far as they lie in it. */
    public List<Period> months() {
        var months = new ArrayList<Period>();
        var month = YearMonth.from(from.atOffset(ZoneOffset.UTC));
        for (var start = from; start.isBefore(to); ) {
            month = month.plusMonths(1);
            var next = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            var end = next.isBefore(to) ? next : to;
            months.add(new Period(start, end));
            start = end;
        }
        return months;
    }
}
