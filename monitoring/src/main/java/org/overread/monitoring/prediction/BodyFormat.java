package org.overread.monitoring.prediction;

import java.util.Locale;
import java.util.Optional;

/** How the lines of a body are written. */
public enum BodyFormat {
    CSV,
    NDJSON;

    /** The format of a media type such as {@code text/csv; charset=utf-8}. */
    public static Optional<BodyFormat> ofContentType(String contentType) {
        return switch (contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT)) {
            case "text/csv", "application/csv" -> Optional.of(CSV);
            case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" ->
                Optional.of(NDJSON);
            default -> Optional.empty();
        };
    }

    /** The format that a file's name promises, also when the file is compressed: {@code march.csv.gz}. */
    public static Optional<BodyFormat> ofFileName(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        var plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (plain.endsWith(".csv")) {
            return Optional.of(CSV);
        }
        return plain.endsWith(".ndjson") || plain.endsWith(".jsonl") ? Optional.of(NDJSON) : Optional.empty();
    }
}
