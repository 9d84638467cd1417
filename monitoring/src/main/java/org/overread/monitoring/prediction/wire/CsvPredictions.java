package org.overread.monitoring.prediction.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.LineSink;
import org.overread.monitoring.prediction.Prediction;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/**
 * Reads predictions from CSV: UTF-8 with or without a byte-order mark, values separated by commas, any line ending.
 * Columns are {@code prediction_id, occurred_at, patient_ref, site, score, outcome, text, latency_ms} and, by prefix,
 * {@code subgroup.<name>} and {@code feature.<name>}. An empty value is missing.
 */
public final class CsvPredictions {
    private static final Set<String> KNOWN = new LinkedHashSet<>(
            List.of("prediction_id", "occurred_at", "patient_ref", "site", "score", "outcome", "text", "latency_ms"));
    private static final Set<String> REQUIRED = new LinkedHashSet<>(List.of("prediction_id", "occurred_at"));
    private static final String SUBGROUP = "subgroup.";
    private static final String FEATURE = "feature.";

    private record Column(int index, BiConsumer<PredictionLine, String> take) {}

    private CsvPredictions() {}

    /**
     * Pushes every line after the header to the sink, good or refused.
     *
     * @param in plain bytes; see {@link BodyStream} for gzip and limits
     * @throws GovernanceException with {@link ErrorCode#INVALID} when the columns cannot be used, {@link
     *     ErrorCode#TOO_LARGE} when a line is longer than 1 MiB
     */
    public static void read(InputStream in, LineSink<Prediction> sink) throws IOException {
        var records = new CsvRecords(in);
        var names = CsvHeader.read(records, KNOWN, new LinkedHashSet<>(List.of(SUBGROUP, FEATURE)), REQUIRED);
        var columns = columns(names);
        var line = new PredictionLine();
        while (records.next()) {
            var values = records.values();
            if (values == null) {
                sink.refused(new LineProblem(records.number(), "line", String.valueOf(records.problem())));
            } else if (values.length != names.size()) {
                sink.refused(wrongCount(records.number(), values.length, names.size()));
            } else {
                line.begin(records.number());
                for (var column : columns) {
                    column.take().accept(line, values[column.index()]);
                }
                line.finish(sink);
            }
        }
    }

    static LineProblem wrongCount(long line, int values, int columns) {
        return new LineProblem(
                line,
                "line",
                "has " + values + " values for " + columns + " columns: quote a value that holds a comma");
    }

    /** In the order of the names, so that maps are filled in order. */
    private static List<Column> columns(List<String> names) {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .map(index -> new Column(index, taker(names.get(index))))
                .toList();
    }

    private static BiConsumer<PredictionLine, String> taker(String name) {
        if (name.startsWith(SUBGROUP)) {
            var attribute = name.substring(SUBGROUP.length());
            return (line, value) -> line.subgroup(attribute, value);
        }
        if (name.startsWith(FEATURE)) {
            var feature = name.substring(FEATURE.length());
            return (line, value) -> line.feature(feature, value);
        }
        return switch (name) {
            case "prediction_id" -> (line, value) -> line.predictionId = value;
            case "occurred_at" -> (line, value) -> line.occurredAt = value;
            case "patient_ref" -> (line, value) -> line.patientRef = value;
            case "site" -> (line, value) -> line.site = value;
            case "score" -> (line, value) -> line.score = value;
            case "outcome" -> (line, value) -> line.outcome = value;
            case "text" -> (line, value) -> line.text = value;
            case "latency_ms" -> (line, value) -> line.latencyMs = value;
            default -> throw new IllegalStateException("the header let an unknown column pass");
        };
    }
}
