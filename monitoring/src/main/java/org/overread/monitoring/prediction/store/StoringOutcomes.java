package org.overread.monitoring.prediction.store;

import java.sql.SQLException;
import java.util.ArrayList;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.Outcome;
import org.overread.monitoring.prediction.Refusals;
import org.overread.monitoring.prediction.SendersSites;
import org.overread.monitoring.prediction.Storing;

/**
 * Copies outcomes into a temporary table, piece by piece, and gives each prediction without an outcome the first that
 * came for it. The same outcome again is a duplicate, the other one a conflict.
 *
 * <p>Each line looks its prediction up by key ({@code OFFSET 0} keeps it so): a table that was just filled has no
 * statistics yet, and the database would join it the wrong way round.
 */
final class StoringOutcomes implements Storing<Outcome>, CopyPipe.Work {
    private static final String CREATE_ARRIVING = """
            CREATE TEMPORARY TABLE IF NOT EXISTS arriving_outcome (
                line integer, prediction_id text COLLATE "C", outcome smallint, known_at timestamptz)
            ON COMMIT DELETE ROWS""";
    private static final String COLUMNS = "(line, prediction_id, outcome, known_at)";
    private static final String MOVE_ON = """
            WITH first AS MATERIALIZED (
                SELECT DISTINCT ON (prediction_id) prediction_id, outcome, known_at
                FROM pg_temp.arriving_outcome ORDER BY prediction_id, line),
            due AS MATERIALIZED (
                SELECT k.place, f.outcome, f.known_at FROM first f CROSS JOIN LATERAL (
                    SELECT p.ctid AS place FROM monitoring.prediction p
                    WHERE p.series = ? AND p.prediction_id = f.prediction_id AND p.outcome IS NULL OFFSET 0) k),
            moved AS (
                UPDATE monitoring.prediction p
                SET outcome = d.outcome, outcome_known_at = d.known_at, outcome_batch = ?
                FROM due d WHERE p.series = ? AND p.ctid = d.place AND p.outcome IS NULL
                RETURNING p.series, p.occurred_at, p.outcome_batch),
            marked AS (
                INSERT INTO monitoring.changed_day (series, day, batch)
                SELECT DISTINCT series, (occurred_at AT TIME ZONE 'UTC')::date, outcome_batch FROM moved
                ON CONFLICT DO NOTHING)
            SELECT count(*) FROM moved""";
    private static final String REFUSED = """
            SELECT a.line, k.prediction_id IS NULL
            FROM pg_temp.arriving_outcome a LEFT JOIN LATERAL (
                SELECT p.prediction_id, p.outcome FROM monitoring.prediction p
                WHERE p.series = ? AND p.prediction_id = a.prediction_id OFFSET 0) k ON true
            WHERE k.outcome IS DISTINCT FROM a.outcome
            ORDER BY a.line""";

    /** Which lines are of which site, for a sender who may not send for all. */
    private static final String SITES = """
            SELECT a.line, k.site FROM pg_temp.arriving_outcome a CROSS JOIN LATERAL (
                SELECT p.site FROM monitoring.prediction p
                WHERE p.series = ? AND p.prediction_id = a.prediction_id OFFSET 0) k
            ORDER BY a.line""";

    private static final String OUT_OF_REACH = "DELETE FROM pg_temp.arriving_outcome WHERE line = ANY (?)";

    private final Staging staging;
    private final SendersSites sites;
    private final Refusals refusals;
    private final CopyPipe pipe = new CopyPipe(this);
    private long stored;
    private long duplicates;

    StoringOutcomes(Staging staging, SendersSites sites, Refusals refusals) {
        this.staging = staging;
        this.sites = sites;
        this.refusals = refusals;
    }

    @Override
    public int batch() {
        return staging.batch();
    }

    @Override
    public void add(long line, Outcome outcome) {
        var rows = pipe.rows();
        rows.row(4);
        rows.int4(Math.toIntExact(line));
        rows.text(outcome.predictionId());
        rows.int2(outcome.outcome());
        rows.time(outcome.knownAt());
        pipe.rowAdded();
    }

    @Override
    public void prepare(CopyRows rows) {}

    @Override
    public void send(CopyRows rows) throws SQLException {
        staging.copyAside(CREATE_ARRIVING, "pg_temp.arriving_outcome", COLUMNS, rows);
        int within = rows.rows() - (sites.all() ? 0 : outOfReach());
        int moved = staging.count(MOVE_ON, staging.series(), staging.batch(), staging.series());
        stored += moved;
        if (moved < within) {
            duplicates += within - moved - refused();
        }
    }

    /** Refuses what is of sites that the sender may not send for, in the words for what nobody sent. */
    private int outOfReach() throws SQLException {
        var lines = new ArrayList<Integer>();
        staging.each(
                SITES,
                row -> {
                    if (!sites.include(row.getString(2))) {
                        lines.add(row.getInt(1));
                    }
                },
                staging.series());
        if (!lines.isEmpty()) {
            lines.forEach(line -> refusals.add(unknown(line)));
            staging.update(OUT_OF_REACH, (Object) lines.toArray(Integer[]::new));
        }
        return lines.size();
    }

    private static LineProblem unknown(long line) {
        return new LineProblem(line, "predictionId", "is not known: send the prediction first");
    }

    @Override
    public Stored finish() {
        pipe.finish();
        return new Stored(stored, duplicates, stored);
    }

    @Override
    public void close() {
        pipe.release();
        staging.close();
    }

    private int refused() throws SQLException {
        return staging.each(
                REFUSED,
                row -> refusals.add(
                        row.getBoolean(2)
                                ? unknown(row.getLong(1))
                                : new LineProblem(
                                        row.getLong(1),
                                        "outcome",
                                        "conflict: its outcome is known, and it is the other")),
                staging.series());
    }
}
