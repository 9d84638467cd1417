package org.overread.monitoring.feedback.store;

import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.overread.monitoring.feedback.FeedbackDay;
import org.overread.monitoring.feedback.FeedbackTally;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.registry.Digest;

/** Reads what {@link CountingSql} tells. */
final class DayRows {
    private DayRows() {}

    static List<FeedbackDay> of(Query query) {
        return rows(query).stream().map(DayRows::day).toList();
    }

    @SuppressWarnings("unchecked") // a native query with several columns gives rows
    static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static FeedbackDay day(Object[] row) {
        long shown = number(row[2]);
        long accepted = number(row[3]);
        long overridden = number(row[4]);
        long concerns = number(row[5]);
        long pending = number(row[7]);
        var tally = new FeedbackTally(
                shown,
                accepted,
                overridden,
                concerns,
                shown - accepted - overridden - concerns - pending,
                pending,
                number(row[6]),
                reasons(String.valueOf(row[8]), String.valueOf(row[9])));
        return new FeedbackDay(
                LocalDate.parse(String.valueOf(row[0])),
                String.valueOf(row[1]),
                tally,
                number(row[10]),
                new Digest(String.valueOf(row[11])));
    }

    private static Map<OverrideReason, Long> reasons(String names, String counts) {
        var reasons = new EnumMap<OverrideReason, Long>(OverrideReason.class);
        if (!names.isEmpty()) {
            var each = names.split(",");
            var cards = counts.split(",");
            for (int i = 0; i < each.length; i++) {
                reasons.put(OverrideReason.valueOf(each[i]), Long.valueOf(cards[i]));
            }
        }
        return reasons;
    }
}
