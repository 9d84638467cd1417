package org.overread.monitoring.plan;

import java.time.LocalDate;
import java.time.Period;
import org.overread.registry.FieldProblems;

/**
 * How often somebody looks at the version as a whole, and when next.
 *
 * @param due the day by which the next review is to be done
 */
public record ReviewRule(Cadence every, LocalDate due) {
    void tell(FieldProblems problems) {
        problems.present("review.every", every).present("review.due", due);
    }

    /** How often. */
    public enum Cadence {
        MONTH(Period.ofMonths(1)),
        QUARTER(Period.ofMonths(3)),
        HALF_YEAR(Period.ofMonths(6)),
        YEAR(Period.ofYears(1));

        private final Period period;

        Cadence(Period period) {
            this.period = period;
        }

        /** The day by which the review after one on that day is due. */
        public LocalDate after(LocalDate day) {
            return day.plus(period);
        }
    }
}
