package org.overread.monitoring.feedback.store;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.function.Predicate;
import org.overread.monitoring.feedback.Disposition;

/** The pieces of SQL that find findings, of feedback {@code f} and its card {@code c}. */
final class FindingSql {
    /** In the words of the index on severe feedback. */
    static final String SEVERE = """
             (f.kind = 'SAFETY_CONCERN' OR f.reason = 'CLINICALLY_WRONG')
                AND NOT EXISTS (SELECT FROM monitoring.feedback_withdrawal w WHERE w.feedback = f.id)\s""";

    static final String OF_VERSION =
            " FROM monitoring.feedback f JOIN monitoring.card c ON c.id = f.card AND c.model = :model"
                    + " AND c.version = :version ";

    /** The last answer that says what came of it does not settle it, or there is none. */
    static final String WAITS = "NOT " + decided(Disposition::settles, "");

    /** One whose word counts has cleared it, and nobody has found it to be otherwise since. */
    static final String CLEARED =
            decided(Disposition::clears, " AND NOT r.replied_by = ANY (string_to_array(:but, ','))");

    /** Each with whether it waits, in the order of a list. */
    static final String LISTED =
            "SELECT f.*" + OF_VERSION + "CROSS JOIN LATERAL (SELECT " + WAITS + " AS waits) s" + " WHERE" + SEVERE;

    static final String IN_ORDER = " ORDER BY s.waits DESC, f.decided_at DESC, f.id LIMIT :most";

    /** What comes after a finding in that order. */
    static final String AFTER = """
             AND (NOT s.waits AND :waited OR s.waits = :waited AND EXISTS (
                SELECT FROM monitoring.feedback l WHERE l.id = :after
                    AND (f.decided_at < l.decided_at OR f.decided_at = l.decided_at AND f.id > l.id)))\s""";

    static final String UNANSWERED = """
            SELECT c.model, c.version, c.department, c.site, f.kind = 'SAFETY_CONCERN', count(*),
                CAST((array_agg(f.id ORDER BY f.received_at, f.id))[1] AS text),
                CAST(extract(epoch FROM min(f.received_at)) * 1000000 AS bigint)
            FROM monitoring.feedback f LEFT JOIN monitoring.card c ON c.id = f.card WHERE""" + SEVERE + "AND " + WAITS;

    static final String BY_PLACE = " GROUP BY 1, 2, 3, 4, 5 ORDER BY 8, 7";

    static final String WAITING_AT = "SELECT f.* FROM monitoring.feedback f"
            + " LEFT JOIN monitoring.card c ON c.id = f.card WHERE" + SEVERE + "AND " + WAITS + """
             AND (f.kind = 'SAFETY_CONCERN') = :concern AND concat_ws('/', c.model, c.version) = :version
                AND coalesce(c.department, '') = :department AND coalesce(c.site, '') = :site\s""";

    /**
     * What evidence does not rest on, and more that its reader looks at: each is held against the one list in which it
     * can stand. A full join, of whose rows none is told that are not asked for, since PostgreSQL does that by hashing; of
     * an ordinary one it takes the lists to be few, and compares each with each.
     */
    static final String SINCE = """
            WITH evidence AS MATERIALIZED (SELECT days, feedback FROM monitoring.citation WHERE digest = :digest),
            rests AS MATERIALIZED (
                SELECT k.day, k.site, k.feedback FROM evidence CROSS JOIN unnest(days) part
                JOIN monitoring.cited_day k ON k.digest = part),
            severe AS MATERIALIZED (
                SELECT f.id, f.received_at, CAST(c.shown_at AT TIME ZONE 'UTC' AS date) AS day, coalesce(c.site, '') AS site
                %s WHERE %s),
            found AS MATERIALIZED (
            SELECT s.id FROM severe s FULL JOIN rests k ON k.day = s.day AND k.site = s.site
            WHERE %%s NOT coalesce(s.id = ANY (k.feedback), false)
                    AND NOT EXISTS (SELECT FROM evidence e WHERE s.id = ANY (e.feedback))
                OR s.received_at >= CAST(:taken AS timestamptz)
                OR EXISTS (SELECT FROM monitoring.feedback_reply r WHERE r.feedback = s.id AND r.disposition IS NOT NULL
                    AND r.replied_at > CAST(:taken AS timestamptz)))
            SELECT f.* FROM (SELECT DISTINCT id FROM found) found JOIN monitoring.feedback f ON f.id = found.id
            ORDER BY f.received_at, f.id""".formatted(OF_VERSION, SEVERE);

    /** What stands in the way on outputs from before a moment, by day and site, with the digest it can be kept under. */
    static final String IN_THE_WAY_BEFORE = """
            WITH said AS (
                SELECT f.id, CAST(c.shown_at AT TIME ZONE 'UTC' AS date) AS day, coalesce(c.site, '') AS site
                %s WHERE %s AND NOT %s AND c.shown_at < CAST(:before AS timestamptz) %%s),
            pieces AS (
                SELECT day, site, array_agg(id ORDER BY id) AS ids, encode(sha256(convert_to(
                    string_agg(CAST(id AS text), chr(10) ORDER BY id), 'UTF8')), 'hex') AS digest
                FROM said GROUP BY day, site) %%s
            SELECT CAST(day AS text), site, cardinality(ids), digest FROM pieces""".formatted(OF_VERSION, SEVERE, CLEARED);

    static final String KEPT_FOR_GOOD = """
            , kept AS (INSERT INTO monitoring.cited_day (digest, day, site, feedback)
                SELECT digest, day, site, ids FROM pieces ON CONFLICT DO NOTHING)""";

    private FindingSql() {}

    private static String decided(Predicate<Disposition> decisive, String by) {
        var list = Arrays.stream(Disposition.values())
                .filter(decisive)
                .map(disposition -> "'" + disposition.name() + "'")
                .collect(joining(", ", "(", ")"));
        return """
                EXISTS (SELECT FROM monitoring.feedback_reply r WHERE r.feedback = f.id AND r.disposition IN %1$s %2$s
                    AND NOT EXISTS (SELECT FROM monitoring.feedback_reply l WHERE l.feedback = f.id
                        AND l.disposition NOT IN %1$s AND (l.replied_at, l.id) > (r.replied_at, r.id)))
                """.formatted(list, by);
    }
}
