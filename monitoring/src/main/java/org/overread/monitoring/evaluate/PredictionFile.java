package org.overread.monitoring.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.prediction.wire.BodyLimits;
import org.overread.monitoring.prediction.wire.BodyStream;
import org.overread.monitoring.prediction.wire.CsvPredictions;
import org.overread.monitoring.prediction.wire.NdjsonPredictions;
import org.overread.monitoring.subgroup.Cohort;

/**
 * A file of predictions as read.
 *
 * @param attributes the subgroup attributes that have a value somewhere
 * @param problems the first refused lines
 * @param refused how many lines were refused
 * @param repeated how many lines have the prediction id of another line before them
 */
record PredictionFile(
        Cohort cohort, SortedSet<String> attributes, List<LineProblem> problems, long refused, long repeated) {
    /** One's own file may be of any length; only a decompression bomb is refused. */
    private static final BodyLimits LIMITS = new BodyLimits(Long.MAX_VALUE, BodyLimits.DEFAULT.ratio());

    /**
     * Reads a file from beginning to end without holding its text.
     *
     * @param by the attributes to keep
     * @param taking is told of each line that is not refused
     */
    static PredictionFile read(Path path, List<String> by, Consumer<Prediction> taking) throws IOException {
        var lines = new PredictionLines(by, taking);
        try (var raw = Files.newInputStream(path);
                var plain = BodyStream.of(raw, LIMITS)) {
            if (BodyFormat.ofFileName(path.toString()).orElse(BodyFormat.CSV) == BodyFormat.NDJSON) {
                NdjsonPredictions.read(plain, lines);
            } else {
                CsvPredictions.read(plain, lines);
            }
        }
        return lines.file();
    }
}
