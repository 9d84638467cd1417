package org.overread.monitoring.prediction.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.LineProblem;

/** Turns the texts of one line into values and remembers the first that cannot be taken. */
final class LineFields {
    static final int LONGEST_ID = 200;
    static final int LONGEST_VALUE = 1_000;
    static final int LONGEST_TEXT = 100_000;

    private long line;
    private @Nullable LineProblem problem;

    void begin(long newLine) {
        line = newLine;
        problem = null;
    }

    @Nullable LineProblem problem() {
        return problem;
    }

    void refuse(String field, String reason) {
        if (problem == null) {
            problem = new LineProblem(line, field, reason);
        }
    }

    /** An id that must be there. After a refusal it is empty. */
    String id(String field, @Nullable String text) {
        var id = text(field, text, LONGEST_ID);
        if (id == null || id.isBlank()) {
            refuse(field, "is missing: give the id under which you know it");
            return "";
        }
        return id;
    }

    /** A text within its length; empty is missing. */
    @Nullable String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() > longest) {
            refuse(field, "is longer than " + longest + " characters");
        } else if (!Characters.clean(text, longest == LONGEST_TEXT)) {
            refuse(field, "holds characters that are not text: send it as UTF-8 without control characters");
        }
        return text;
    }

    @Nullable Instant time(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        var time = Times.parse(text);
        if (time == null) {
            refuse(field, "is not a time: write it in UTC like 2025-03-01T10:00:00Z");
        }
        return time;
    }

    /** A time that must be there. After a refusal it is the epoch. */
    Instant requiredTime(String field, @Nullable String text) {
        var time = time(field, text);
        if (time == null) {
            refuse(field, "is missing: write it in UTC like 2025-03-01T10:00:00Z");
            return Instant.EPOCH;
        }
        return time;
    }

    @Nullable Double score(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        double score = Characters.number(text);
        // written so that NaN fails it
        if (!(score >= 0 && score <= 1)) {
            refuse(field, "must be a number from 0 to 1 with a decimal point, or empty");
            return null;
        }
        return score + 0.0; // makes -0.0 the one zero
    }

    @Nullable Integer outcome(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return switch (text) {
            case "0" -> 0;
            case "1" -> 1;
            default -> {
                refuse(field, "must be 0 or 1, or empty while it is not known");
                yield null;
            }
        };
    }

    @Nullable Integer milliseconds(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        double value = Characters.number(text);
        if (!(value >= 0 && value <= Integer.MAX_VALUE) || value != Math.rint(value)) {
            refuse(field, "must be a whole number of milliseconds, 0 or more, or empty");
            return null;
        }
        return (int) value;
    }
}
