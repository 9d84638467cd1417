package org.overread.web.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The eighteen months the demonstration tells of. They end with yesterday, so that a demonstration started today is
 * about now.
 */
record Period(Instant today) {
    static final int MONTHS = 18;

    Instant start() {
        return month(0);
    }

    /** The first instant after the period. */
    Instant end() {
        return day(today).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** When a month of the period begins; months count from 0. */
    Instant month(int month) {
        return day(end()).minusMonths(MONTHS - month).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** In which month of the period a moment lies, counted from 1; in the first what comes before, in the last what comes after. */
    int number(Instant at) {
        int number = 1;
        while (number < MONTHS && !at.isBefore(month(number))) {
            number++;
        }
        return number;
    }

    /** When a day of a month begins; days count from 0. */
    Instant day(int month, int day) {
        return month(month).plus(day, ChronoUnit.DAYS);
    }

    /** A moment of the day that lies at this share of the period, from 0 up to 1; more often by day than by night. */
    Instant moment(double share, Chance chance) {
        var days = Duration.between(start(), end()).toDays();
        var hour = Math.clamp(Math.round(chance.normal(14, 4.5)), 0, 23);
        return start().plus((long) (share * days), ChronoUnit.DAYS)
                .plus(hour, ChronoUnit.HOURS)
                .plus(chance.between(0, 3599), ChronoUnit.SECONDS);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
