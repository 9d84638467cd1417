package org.overread.reports.seismometer;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.KnownCase;
import org.overread.reports.parquet.ParquetColumn;
import org.overread.reports.parquet.ParquetColumn.Kind;

/**
 * A column of the predictions.
 *
 * @param definition what it says, in a sentence
 * @param value what a row says in it, in the type of the kind; null when it says nothing
 */
record Column(String name, Kind kind, String definition, Function<Row, @Nullable Object> value) {
    /** A case, its patient's pseudonym, and its number within the export. */
    record Row(String patient, long number, KnownCase known) {}

    /** The type by the name that Seismometer's dictionary knows it by. */
    String dtype() {
        return switch (kind) {
            case TEXT -> "object";
            case NUMBER -> "float64";
            case WHOLE -> "int64";
            case TIME -> "datetime64[ns]";
        };
    }

    ParquetColumn parquet() {
        return new ParquetColumn(name, kind);
    }
}
