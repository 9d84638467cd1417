package org.overread.monitoring.feedback.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.AnsweredWeeks;
import org.overread.monitoring.feedback.FeedbackCounts;
import org.overread.monitoring.feedback.FeedbackDay;
import org.overread.registry.ModelVersionId;

/** Counts in the database, which alone sees every card. */
@ApplicationScoped
class JpaFeedbackCounts implements FeedbackCounts {
    /** So many days are read one by one at a time, so that what the database holds meanwhile stays small. */
    private static final int DAYS_AT_A_TIME = 32;

    /** Some marks; after a large upload there are as many of them as answers. */
    private static final String SOME = "(SELECT card, ctid FROM monitoring.changed_card LIMIT 10000)";

    private static final String CHANGED_DAYS = """
            SELECT c.model, c.version, CAST(CAST(c.shown_at AT TIME ZONE 'UTC' AS date) AS text)
            FROM %s m JOIN monitoring.card c ON c.id = m.card GROUP BY 1, 2, 3""".formatted(SOME);

    /** Whoever registers such a card marks it, so nothing is lost by what is forgotten here. */
    private static final String FORGET_UNKNOWN = """
            DELETE FROM monitoring.changed_card WHERE ctid IN (
                SELECT m.ctid FROM %s m WHERE NOT EXISTS (SELECT FROM monitoring.card c WHERE c.id = m.card))""".formatted(SOME);

    private static final String FORGET_DAYS = "WITH " + CountingSql.named() + """
             DELETE FROM monitoring.feedback_day WHERE model = :model AND version = :version
                AND day IN (SELECT day FROM behind)""";

    private static final String FORGET_HOURS = "WITH " + CountingSql.named() + """
             DELETE FROM monitoring.feedback_hour WHERE model = :model AND version = :version
                AND CAST(hour AT TIME ZONE 'UTC' AS date) IN (SELECT day FROM behind)""";

    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    private record Changed(ModelVersionId version, String day) {
        static Changed of(Object[] row) {
            return new Changed(
                    new ModelVersionId(String.valueOf(row[0]), ((Number) row[1]).intValue()), String.valueOf(row[2]));
        }
    }

    @Override
    public List<FeedbackDay> days(Question question) {
        return DayRows.of(about(question, CountingSql.days(question.site() != null, question.from() != null)));
    }

    @Override
    public List<FeedbackDay> keptForGood(Question question) {
        var days = days(question);
        var known = known(days);
        var unknown = days.stream()
                .filter(day -> day.pieces() > 0 && !known.contains(day.digest().hex()))
                .map(FeedbackDay::day)
                .collect(toCollection(TreeSet::new));
        var all = new ArrayList<>(
                days.stream().filter(day -> !unknown.contains(day.day())).toList());
        while (!unknown.isEmpty()) {
            var some = new ArrayList<LocalDate>();
            while (!unknown.isEmpty() && some.size() < DAYS_AT_A_TIME) {
                some.add(unknown.removeFirst());
            }
            // what is counted is what is kept, also where more was said since the days were counted
            all.addAll(DayRows.of(about(
                            question, CountingSql.daysKeptForGood(question.site() != null, question.from() != null))
                    .setParameter(
                            "days", named(some.stream().map(LocalDate::toString).toList()))));
        }
        return all;
    }

    private HashSet<String> known(List<FeedbackDay> days) {
        return new HashSet<>(entities.createNativeQuery(
                        "SELECT digest FROM monitoring.cited_day WHERE digest = ANY (string_to_array(:digests, ','))",
                        String.class)
                .setParameter(
                        "digests", days.stream().map(day -> day.digest().hex()).collect(joining(",")))
                .getResultList());
    }

    @Override
    public AnsweredWeeks weeks(ModelVersionId version, @Nullable String site) {
        var query = of(version, CountingSql.weeks(site != null));
        if (site != null) {
            query.setParameter("site", site);
        }
        var weeks = new ArrayList<AnsweredWeeks.Week>();
        @Nullable Instant first = null;
        for (var row : DayRows.rows(query)) {
            while (weeks.size() < DayRows.number(row[0])) {
                weeks.add(AnsweredWeeks.Week.NONE);
            }
            weeks.add(new AnsweredWeeks.Week(DayRows.number(row[1]), DayRows.number(row[2]), DayRows.number(row[3])));
            first = Instant.EPOCH.plus(DayRows.number(row[4]), ChronoUnit.MICROS);
        }
        return new AnsweredWeeks(first, weeks);
    }

    @Override
    public int countAnew(int most) {
        if (!alone()) {
            return 0;
        }
        entities.createNativeQuery(FORGET_UNKNOWN).executeUpdate();
        var changed = DayRows.rows(entities.createNativeQuery(CHANGED_DAYS)).stream()
                .map(Changed::of)
                .limit(most)
                .collect(groupingBy(Changed::version, mapping(Changed::day, toSet())));
        changed.forEach((version, days) -> countAnew(version, named(days)));
        return changed.values().stream().mapToInt(Set::size).sum();
    }

    /** The marks go first: what is written from here on leaves its own, and is seen by the count or by the next one. */
    private void countAnew(ModelVersionId version, String days) {
        for (var step : List.of(
                CountingSql.takeMarksAway(),
                FORGET_DAYS,
                FORGET_HOURS,
                CountingSql.newDays(),
                CountingSql.newHours())) {
            of(version, step).setParameter("days", days).executeUpdate();
        }
    }

    private boolean alone() {
        return Boolean.TRUE.equals(entities.createNativeQuery(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended('counts of feedback', 101))", Boolean.class)
                .getSingleResult());
    }

    private Query about(Question question, String sql) {
        var query = of(question.version(), sql)
                .setParameter("waitingSince", question.waitingSince().toString());
        if (question.site() != null) {
            query.setParameter("site", question.site());
        }
        if (question.from() != null) {
            query.setParameter("begin", question.from().toString());
        }
        return query;
    }

    private Query of(ModelVersionId version, String sql) {
        return entities.createNativeQuery(sql)
                .setParameter("model", version.model())
                .setParameter("version", version.version());
    }

    private static String named(Collection<String> days) {
        return String.join(",", days);
    }
}
