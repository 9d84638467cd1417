package org.overread.monitoring.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.overread.monitoring.feedback.AnsweredWeeks;

/**
 * What became of the outputs of one period.
 *
 * @param counts every output of the period counts once, by the last decision on it
 */
record Responses(Instant from, ChartPeriod length, AnsweredWeeks.Week counts) {
    /**
     * The periods in order, without gaps, from the first output on; none before the first is over. A period is told once
     * every output of it has had its time to be answered, so that none counts as ignored too early.
     */
    static List<Responses> of(ChartPeriod length, AnsweredWeeks weeks, Duration answerWithin, Instant asOf) {
        var periods = new ArrayList<Responses>();
        for (var from = weeks.first();
                from != null && !from.plus(length.duration()).plus(answerWithin).isAfter(asOf);
                from = from.plus(length.duration())) {
            periods.add(new Responses(from, length, weeks.together(periods.size() * length.weeks(), length.weeks())));
        }
        return periods;
    }

    PeriodCount overridden() {
        return new PeriodCount(from, length, counts.overridden(), counts.shown());
    }

    PeriodCount accepted() {
        return new PeriodCount(from, length, counts.accepted(), counts.shown());
    }

    /** What was neither accepted nor overridden. */
    long rest() {
        return counts.shown() - counts.accepted() - counts.overridden();
    }
}
