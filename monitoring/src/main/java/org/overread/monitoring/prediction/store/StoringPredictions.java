package org.overread.monitoring.prediction.store;

import java.sql.SQLException;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.prediction.Refusals;
import org.overread.monitoring.prediction.Storing;
import org.overread.registry.canonical.SortedJson;

/**
 * Copies predictions into the log, piece by piece. A piece is first copied as if all of it were new, which is the usual
 * case and the fastest way in. If the database finds an id it knows, the piece is taken back, copied into a temporary
 * table, and moved on by one statement that leaves known ids out; what was left out is then compared: the same content
 * is a duplicate, other content a conflict. The outcome is not part of the content: it may come later, by a line of its
 * own or by sending the prediction again with it.
 *
 * @see "Decision 002: what counts as the same prediction"
 */
final class StoringPredictions implements Storing<Prediction>, CopyPipe.Work {
    private static final String COLUMNS = "(series, slice, batch, line, prediction_id, occurred_at, score, patient_ref,"
            + " site, features, body, latency_ms, outcome, outcome_batch, patient_key, content_hash)";
    private static final int COLUMN_COUNT = 16;
    private static final String TABLE = "monitoring.prediction";
    private static final String ARRIVING = "pg_temp.arriving_prediction";
    private static final String CREATE_ARRIVING = "CREATE TEMPORARY TABLE IF NOT EXISTS arriving_prediction"
            + " (LIKE monitoring.prediction) ON COMMIT DELETE ROWS";
    private static final String MOVE_ON =
            "INSERT INTO " + TABLE + " SELECT * FROM " + ARRIVING + " ON CONFLICT (series, prediction_id) DO NOTHING";
    /** Lines look their prediction up by key, one by one, as in {@link StoringOutcomes}. */
    private static final String ADD_OUTCOMES = """
            WITH first AS MATERIALIZED (
                SELECT DISTINCT ON (prediction_id) prediction_id, content_hash, outcome, batch
                FROM pg_temp.arriving_prediction WHERE outcome IS NOT NULL ORDER BY prediction_id, line),
            due AS MATERIALIZED (
                SELECT k.place, f.outcome, f.batch FROM first f CROSS JOIN LATERAL (
                    SELECT p.ctid AS place FROM monitoring.prediction p
                    WHERE p.series = ? AND p.prediction_id = f.prediction_id
                      AND p.content_hash = f.content_hash AND p.outcome IS NULL OFFSET 0) k)
            UPDATE monitoring.prediction p SET outcome = d.outcome, outcome_batch = d.batch
            FROM due d WHERE p.series = ? AND p.ctid = d.place AND p.outcome IS NULL""";

    private static final String CONTRADICTIONS = """
            SELECT a.line, k.content_hash <> a.content_hash
            FROM pg_temp.arriving_prediction a CROSS JOIN LATERAL (
                SELECT p.content_hash, p.outcome FROM monitoring.prediction p
                WHERE p.series = ? AND p.prediction_id = a.prediction_id OFFSET 0) k
            WHERE k.content_hash <> a.content_hash OR k.outcome <> a.outcome
            ORDER BY a.line""";

    private final Staging staging;
    private final SeriesKeys keys;
    private final Refusals refusals;
    private final CopyPipe pipe = new CopyPipe(this);
    private final Slices slices = new Slices();
    private final Hashes hashes = new Hashes();
    private final ChangedDays days = new ChangedDays();
    private Integer[] sliceKeys = new Integer[0];
    private boolean allNew = true;
    private long stored;
    private long duplicates;
    private long outcomesAdded;

    StoringPredictions(Staging staging, SeriesKeys keys, Refusals refusals) {
        this.staging = staging;
        this.keys = keys;
        this.refusals = refusals;
    }

    @Override
    public int batch() {
        return staging.batch();
    }

    /** The bytes from the time to the latency are what the content hash covers: their order must stay. */
    @Override
    public void add(long line, Prediction prediction) {
        var slice = slices.of(prediction.subgroups());
        var rows = pipe.rows();
        rows.row(COLUMN_COUNT);
        rows.int4(staging.series());
        rows.markedInt4(slice.index());
        rows.int4(staging.batch());
        rows.int4(Math.toIntExact(line));
        rows.text(prediction.predictionId());
        int from = rows.length();
        rows.time(prediction.occurredAt());
        rows.float8(prediction.score());
        rows.text(prediction.patientRef());
        rows.text(prediction.site());
        rows.text(prediction.features().isEmpty() ? null : SortedJson.of(prediction.features()));
        rows.text(prediction.text());
        rows.int4(prediction.latencyMs());
        int to = rows.length();
        rows.int2(prediction.outcome());
        rows.int4(prediction.outcome() == null ? null : staging.batch());
        rows.int8(prediction.patientRef() == null ? null : hashes.of(prediction.patientRef()));
        rows.int8(hashes.of(rows.bytes(), from, to, slice.canonical()));
        days.add(prediction.occurredAt());
        pipe.rowAdded();
    }

    /** Until here the rows carry the slice's place in this batch; now they get its key. */
    @Override
    public void prepare(CopyRows rows) throws SQLException {
        sliceKeys = keys.slices(staging.connection(), staging.series(), slices.texts(), sliceKeys);
        rows.replaceMarked(place -> sliceKeys[place]);
    }

    @Override
    public void send(CopyRows rows) throws SQLException {
        if (allNew && staging.copyUnlessKnown(TABLE + COLUMNS, rows)) {
            stored += rows.rows();
            return;
        }
        staging.copyAside(CREATE_ARRIVING, ARRIVING, COLUMNS, rows);
        int moved = staging.update(MOVE_ON);
        stored += moved;
        allNew = moved == rows.rows();
        if (!allNew) {
            outcomesAdded += staging.update(ADD_OUTCOMES, staging.series(), staging.series());
            duplicates += rows.rows() - moved - contradictions();
        }
    }

    @Override
    public Stored finish() {
        pipe.finish();
        if (stored + outcomesAdded > 0) {
            markDays();
        }
        return new Stored(stored, duplicates, outcomesAdded);
    }

    @Override
    public void close() {
        pipe.release();
        staging.close();
    }

    private void markDays() {
        try {
            days.mark(staging);
        } catch (SQLException e) {
            throw Sql.failure(e);
        }
    }

    private int contradictions() throws SQLException {
        return staging.each(
                CONTRADICTIONS,
                row -> refusals.add(
                        row.getBoolean(2)
                                ? new LineProblem(
                                        row.getLong(1),
                                        "predictionId",
                                        "conflict: this id is stored with other content; give a correction its own id")
                                : new LineProblem(
                                        row.getLong(1),
                                        "outcome",
                                        "conflict: its outcome is known, and it is the other")),
                staging.series());
    }
}
