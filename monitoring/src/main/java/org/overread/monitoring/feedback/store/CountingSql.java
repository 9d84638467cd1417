package org.overread.monitoring.feedback.store;

import org.overread.monitoring.feedback.Feedback;

/**
 * The pieces of SQL that count cards. Each names the ones before it: {@code behind(day)}, the days that are read one by
 * one; {@code cards} and {@code said}, what lies on them; {@code made}, one row for each of their days and sites. That what
 * follows OFFSET 0 is looked up card by card, by its index, is meant: PostgreSQL would read the tables as a whole.
 */
final class CountingSql {
    private static final String CHANGED = """
            SELECT CAST(c.shown_at AT TIME ZONE 'UTC' AS date) AS day
            FROM monitoring.changed_card m JOIN monitoring.card c ON c.id = m.card
            WHERE c.model = :model AND c.version = :version""";

    private static final String LAST_FIRST =
            "ORDER BY f.kind = 'SAFETY_CONCERN', f.decided_at DESC, f.received_at DESC, f.id DESC";

    private static final String STANDS = """
            FROM monitoring.feedback f WHERE f.card = c.id
                AND NOT EXISTS (SELECT FROM monitoring.feedback_withdrawal w WHERE w.feedback = f.id)
            """;

    private static final String SAID = """
            said AS MATERIALIZED (
                SELECT c.day, c.site, c.id AS card, f.*
                FROM cards c CROSS JOIN LATERAL (
                    SELECT f.id, f.kind, f.reason, f.decided_at, row_number() OVER (%s) AS place %s OFFSET 0) f)
            """.formatted(LAST_FIRST, STANDS);

    /** What became of each card: its last answer, with {@code kind} null where there is none. */
    private static final String ANSWERED = """
            LEFT JOIN LATERAL (SELECT f.kind %s %s LIMIT 1) l ON true""".formatted(STANDS, LAST_FIRST);

    private static final String MADE = """
            counted AS (
                SELECT c.day, c.site, count(*) AS shown,
                    count(*) FILTER (WHERE l.kind = 'ACCEPTED') AS accepted,
                    count(*) FILTER (WHERE l.kind = 'OVERRIDDEN') AS overridden,
                    count(*) FILTER (WHERE l.kind = 'SAFETY_CONCERN') AS concerns,
                    count(*) FILTER (WHERE l.decided_at > c.shown_at + interval '%d seconds') AS late,
                    count(*) FILTER (WHERE l.kind IS NULL AND c.shown_at >= %%s) AS pending
                FROM cards c LEFT JOIN (SELECT * FROM said WHERE place = 1) l ON l.card = c.id
                GROUP BY c.day, c.site),
            why AS (
                SELECT day, site, array_agg(reason ORDER BY reason) AS reasons, array_agg(n ORDER BY reason) AS by_reason
                FROM (SELECT day, site, reason, count(*) AS n FROM said WHERE place = 1 AND reason IS NOT NULL
                    GROUP BY day, site, reason) r
                GROUP BY day, site),
            pieces AS (
                SELECT day, site, array_agg(id ORDER BY id) AS ids, encode(sha256(convert_to(
                    string_agg(CAST(id AS text), chr(10) ORDER BY id), 'UTF8')), 'hex') AS digest
                FROM said GROUP BY day, site),
            made AS MATERIALIZED (
                SELECT day, site, shown, accepted, overridden, concerns, late, pending,
                    coalesce(reasons, '{}') AS reasons, coalesce(by_reason, '{}') AS by_reason,
                    coalesce(cardinality(ids), 0) AS pieces, coalesce(digest, encode(sha256(''), 'hex')) AS digest
                FROM counted LEFT JOIN why USING (day, site) LEFT JOIN pieces USING (day, site))
            """.formatted(Feedback.ANSWER_WITHIN.toSeconds());

    private static final String TOLD = """
            SELECT CAST(day AS text), site, shown, accepted, overridden, concerns, late, pending,
                array_to_string(reasons, ','), array_to_string(by_reason, ','), pieces, digest
            FROM %s""";

    private CountingSql() {}

    /** Every day of a version and a site, the changed ones and those at the ends read one by one. */
    static String days(boolean site, boolean from) {
        return "WITH behind AS (SELECT DISTINCT day FROM (" + CHANGED + " UNION ALL SELECT " + day(":waitingSince")
                + (from ? " UNION ALL SELECT " + day(":begin") : "") + ") d"
                + (from ? " WHERE day >= " + day(":begin") : "") + "), "
                + cards(site, from) + ", " + SAID + ", " + MADE.formatted("CAST(:waitingSince AS timestamptz)")
                + TOLD.formatted("made") + " UNION ALL "
                + TOLD.formatted("(SELECT *, CASE WHEN day > " + day(":waitingSince")
                        + " THEN shown - accepted - overridden - concerns ELSE 0 END AS pending"
                        + " FROM monitoring.feedback_day WHERE model = :model AND version = :version"
                        + (site ? " AND site = :site" : "") + (from ? " AND day >= " + day(":begin") : "")
                        + " AND day NOT IN (SELECT day FROM behind)) kept");
    }

    /** The named days read one by one, and what stands on them kept for good. */
    static String daysKeptForGood(boolean site, boolean from) {
        return "WITH " + named() + ", " + cards(site, from) + ", " + SAID + ", "
                + MADE.formatted("CAST(:waitingSince AS timestamptz)")
                + ", kept AS (INSERT INTO monitoring.cited_day (digest, day, site, feedback)"
                + " SELECT digest, day, site, ids FROM pieces ON CONFLICT DO NOTHING) " + TOLD.formatted("made");
    }

    static String takeMarksAway() {
        return "WITH " + named() + ", " + cards(false, false)
                + " DELETE FROM monitoring.changed_card m USING cards c WHERE m.card = c.id";
    }

    static String newDays() {
        return """
                INSERT INTO monitoring.feedback_day (model, version, day, site, shown, accepted, overridden, concerns, late,
                    reasons, by_reason, pieces, digest)
                WITH %s, %s, %s, %s
                SELECT :model, :version, day, site, shown, accepted, overridden, concerns, late, reasons, by_reason, pieces,
                    digest FROM made""".formatted(named(), cards(false, false), SAID, MADE.formatted("c.shown_at"));
    }

    static String newHours() {
        return """
                INSERT INTO monitoring.feedback_hour (model, version, hour, site, first_shown, shown, accepted, overridden)
                WITH %s, %s
                SELECT :model, :version, date_trunc('hour', c.shown_at, 'UTC') AS hour, c.site, min(c.shown_at), count(*),
                    count(*) FILTER (WHERE l.kind = 'ACCEPTED'), count(*) FILTER (WHERE l.kind = 'OVERRIDDEN')
                FROM cards c %s GROUP BY hour, c.site""".formatted(named(), cards(false, false), ANSWERED);
    }

    /**
     * Weeks from the first card on: hours as they are kept, and one by one what has changed and the hours in which one week
     * ends and the next begins.
     */
    static String weeks(boolean site) {
        return """
                WITH behind AS (SELECT DISTINCT day FROM (%1$s) d), %2$s,
                hours AS MATERIALIZED (
                    SELECT hour, min(first_shown) AS first_shown, sum(shown) AS shown, sum(accepted) AS accepted,
                        sum(overridden) AS overridden
                    FROM monitoring.feedback_hour WHERE model = :model AND version = :version %3$s
                        AND CAST(hour AT TIME ZONE 'UTC' AS date) NOT IN (SELECT day FROM behind)
                    GROUP BY hour),
                first AS MATERIALIZED (
                    SELECT least((SELECT min(first_shown) FROM hours), (SELECT min(shown_at) FROM cards)) AS at),
                edges AS MATERIALIZED (
                    SELECT hour FROM hours, first WHERE %4$s < %5$s),
                singles AS (
                    SELECT id, shown_at FROM cards UNION ALL
                    SELECT c.id, c.shown_at FROM edges e CROSS JOIN LATERAL (
                        SELECT id, shown_at FROM monitoring.card WHERE model = :model AND version = :version
                            AND shown_at >= e.hour AND shown_at < e.hour + interval '1 hour' %3$s OFFSET 0) c)
                SELECT week, sum(shown), sum(accepted), sum(overridden), (SELECT %6$s FROM first) FROM (
                    SELECT %7$s AS week, shown, accepted, overridden FROM hours, first
                    WHERE hour NOT IN (SELECT hour FROM edges)
                    UNION ALL
                    SELECT %8$s, 1, CASE WHEN l.kind = 'ACCEPTED' THEN 1 ELSE 0 END,
                        CASE WHEN l.kind = 'OVERRIDDEN' THEN 1 ELSE 0 END
                    FROM singles c CROSS JOIN first %9$s) told
                GROUP BY week ORDER BY week""".formatted(
                        CHANGED,
                        cards(site, false),
                        site ? "AND site = :site" : "",
                        week("hour"),
                        week("hour + interval '3599.999999 seconds'"),
                        "CAST(extract(epoch FROM first.at) * 1000000 AS bigint)",
                        week("first_shown"),
                        week("c.shown_at"),
                        ANSWERED);
    }

    /** The days, as they are given in one text. */
    static String named() {
        return "behind AS (SELECT CAST(d AS date) AS day FROM unnest(string_to_array(:days, ',')) d)";
    }

    private static String cards(boolean site, boolean from) {
        return """
                cards AS MATERIALIZED (
                    SELECT b.day, c.id, coalesce(c.site, '') AS site, c.shown_at
                    FROM behind b CROSS JOIN LATERAL (
                        SELECT id, site, shown_at FROM monitoring.card WHERE model = :model AND version = :version
                            AND shown_at >= CAST(b.day AS timestamp) AT TIME ZONE 'UTC'
                            AND shown_at < CAST(b.day + 1 AS timestamp) AT TIME ZONE 'UTC' %s %s OFFSET 0) c)
                """.formatted(site ? "AND site = :site" : "", from ? "AND shown_at >= CAST(:begin AS timestamptz)" : "");
    }

    private static String day(String instant) {
        return "CAST(CAST(" + instant + " AS timestamptz) AT TIME ZONE 'UTC' AS date)";
    }

    private static String week(String instant) {
        return "CAST(floor(extract(epoch FROM " + instant + " - first.at) / 604800) AS integer)";
    }
}
