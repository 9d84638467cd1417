package org.overread.reports.seismometer;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.reports.parquet.ParquetColumn;
import org.overread.reports.parquet.ParquetColumn.Kind;

/** The outcomes as events: one for each prediction, which it names by the same two keys. */
final class EventTable {
    static final String TYPE = "Type";
    static final String TIME = "EventTime";
    static final String VALUE = "Value";

    static final List<ParquetColumn> COLUMNS = List.of(
            new ParquetColumn(Layout.PATIENT, Kind.TEXT),
            new ParquetColumn(Layout.PREDICTION, Kind.WHOLE),
            new ParquetColumn(TYPE, Kind.TEXT),
            new ParquetColumn(TIME, Kind.TIME),
            new ParquetColumn(VALUE, Kind.NUMBER));

    private EventTable() {}

    /** @param timed whether outcomes carry the time at which they became known */
    static List<@Nullable Object> row(Column.Row row, boolean timed) {
        var known = row.known();
        return Arrays.asList(
                row.patient(), row.number(), Layout.OUTCOME, timed ? known.outcomeKnownAt() : null, (double)
                        known.outcome());
    }
}
