package org.overread.monitoring.feedback.store;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.FeedbackDay;
import org.overread.monitoring.feedback.FeedbackTally;
import org.overread.monitoring.feedback.FindingPosition;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.SevereFeedback;
import org.overread.monitoring.feedback.Unanswered;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Place;

/** Looks for findings in the database. */
@ApplicationScoped
class JpaSevereFeedback implements SevereFeedback {
    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public Set<String> sites(ModelVersionId version) {
        var query = entities.createNativeQuery(
                "SELECT DISTINCT coalesce(c.site, '')" + FindingSql.OF_VERSION + "WHERE" + FindingSql.SEVERE,
                String.class);
        return new TreeSet<>(strings(of(query, version)));
    }

    @Override
    public List<GivenFeedback> page(
            ModelVersionId version, @Nullable Set<String> sites, @Nullable FindingPosition after, int limit) {
        var query = of(
                entities.createNativeQuery(
                        FindingSql.LISTED
                                + (sites == null
                                        ? ""
                                        : " AND '=' || coalesce(c.site, '') = ANY (string_to_array(:sites, chr(10)))")
                                + (after == null ? "" : FindingSql.AFTER)
                                + FindingSql.IN_ORDER,
                        FeedbackRow.class),
                version);
        if (sites != null) {
            query.setParameter("sites", sites.stream().map(site -> "=" + site).collect(joining("\n")));
        }
        if (after != null) {
            query.setParameter("waited", after.waited()).setParameter("after", after.finding());
        }
        return given(query.setParameter("most", limit));
    }

    @Override
    public List<GivenFeedback> on(UUID card) {
        return given(entities.createQuery(
                        "select f from FeedbackRow f where f.card = :card"
                                + " and (f.kind = SAFETY_CONCERN or f.reason = CLINICALLY_WRONG) and"
                                + JpaFeedbackLog.STANDS + "order by f.receivedAt, f.id",
                        FeedbackRow.class)
                .setParameter("card", card));
    }

    @Override
    public List<Unanswered> waiting(@Nullable ModelVersionId version, @Nullable Boolean concern) {
        var query = entities.createNativeQuery(FindingSql.UNANSWERED
                + (version == null ? "" : "AND c.model = :model AND c.version = :version ")
                + (concern == null ? "" : "AND (f.kind = 'SAFETY_CONCERN') = :concern ")
                + FindingSql.BY_PLACE);
        if (concern != null) {
            query.setParameter("concern", concern);
        }
        return DayRows.rows(version == null ? query : of(query, version)).stream()
                .map(JpaSevereFeedback::unanswered)
                .toList();
    }

    @Override
    public List<GivenFeedback> waiting(Unanswered where, @Nullable GivenFeedback after, int limit) {
        var rest =
                after == null ? "" : "AND (f.received_at, f.id) > (CAST(:told AS timestamptz), CAST(:after AS uuid)) ";
        var query = entities.createNativeQuery(
                        FindingSql.WAITING_AT + rest + "ORDER BY f.received_at, f.id LIMIT :most", FeedbackRow.class)
                .setParameter("concern", where.concern())
                .setParameter(
                        "version",
                        where.version() == null ? "" : where.version().toString())
                .setParameter("department", orEmpty(where.place().department()))
                .setParameter("site", orEmpty(where.place().site()))
                .setParameter("most", limit);
        if (after != null) {
            query.setParameter("told", after.receivedAt().toString())
                    .setParameter("after", after.id().toString());
        }
        return given(query);
    }

    @Override
    public boolean calledWrongWaits(ModelVersionId version) {
        var query = entities.createNativeQuery(
                "SELECT 1" + FindingSql.OF_VERSION + "WHERE f.reason = 'CLINICALLY_WRONG' AND" + FindingSql.SEVERE
                        + "AND " + FindingSql.WAITS + "LIMIT 1");
        return !of(query, version).getResultList().isEmpty();
    }

    @Override
    public long notCleared(ModelVersionId version, @Nullable String site, Collection<String> but) {
        var query = of(
                entities.createNativeQuery("SELECT count(*)" + FindingSql.OF_VERSION + "WHERE" + FindingSql.SEVERE
                        + "AND NOT " + FindingSql.CLEARED + at(site, "AND c.site = :site")),
                version);
        return DayRows.number(
                site(query, site).setParameter("but", String.join(",", but)).getSingleResult());
    }

    @Override
    public List<FeedbackDay> notClearedBefore(
            ModelVersionId version, @Nullable String site, Collection<String> but, Instant before, boolean forGood) {
        var sql = FindingSql.IN_THE_WAY_BEFORE.formatted(
                at(site, "AND c.site = :site"), forGood ? FindingSql.KEPT_FOR_GOOD : "");
        var query = site(of(entities.createNativeQuery(sql), version), site)
                .setParameter("but", String.join(",", but))
                .setParameter("before", before.toString());
        return DayRows.rows(query).stream()
                .map(row -> new FeedbackDay(
                        LocalDate.parse(String.valueOf(row[0])),
                        String.valueOf(row[1]),
                        FeedbackTally.NONE,
                        DayRows.number(row[2]),
                        new Digest(String.valueOf(row[3]))))
                .toList();
    }

    @Override
    public List<GivenFeedback> since(ModelVersionId version, @Nullable String site, Digest restsOn, Instant takenAt) {
        var query = of(
                entities.createNativeQuery(
                        FindingSql.SINCE.formatted(at(site, "s.site = :site AND")), FeedbackRow.class),
                version);
        return given(site(query, site).setParameter("digest", restsOn.hex()).setParameter("taken", takenAt.toString()));
    }

    private static Unanswered unanswered(Object[] row) {
        var version = row[0] == null ? null : new ModelVersionId(String.valueOf(row[0]), (int) DayRows.number(row[1]));
        return new Unanswered(
                version,
                version == null ? Place.UNKNOWN : new Place(version.model(), (String) row[2], (String) row[3]),
                Boolean.TRUE.equals(row[4]),
                DayRows.number(row[5]),
                UUID.fromString(String.valueOf(row[6])),
                Instant.EPOCH.plus(DayRows.number(row[7]), ChronoUnit.MICROS));
    }

    @SuppressWarnings("unchecked") // a native query of an entity gives that
    private static List<GivenFeedback> given(Query query) {
        return ((List<FeedbackRow>) query.getResultList())
                .stream().map(FeedbackRow::given).toList();
    }

    @SuppressWarnings("unchecked") // a native query of a text gives that
    private static List<String> strings(Query query) {
        return query.getResultList();
    }

    private static Query of(Query query, ModelVersionId version) {
        return query.setParameter("model", version.model()).setParameter("version", version.version());
    }

    private static String at(@Nullable String site, String condition) {
        return site == null ? "" : condition;
    }

    private static Query site(Query query, @Nullable String site) {
        return site == null ? query : query.setParameter("site", site);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
