package org.overread.web.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.Refusals;
import org.overread.monitoring.prediction.wire.BodyLimits;
import org.overread.monitoring.prediction.wire.BodyStream;
import org.overread.monitoring.prediction.wire.LineReader;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * Takes many objects of one kind in one body, each on its own: those that are good are kept, those that are not are listed
 * by line and field.
 */
final class Rows<T> {
    /** Each row is a transaction of its own, so a body is kept to what can be done in a few minutes. */
    private static final BodyLimits LIMITS = new BodyLimits(16L << 20, 200);

    private static final ObjectReader ELEMENT =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Class<T> type;
    private final String kind;
    private final Function<T, Fate> keep;
    private final Refusals refusals = new Refusals();
    private long received;
    private long stored;
    private long duplicates;

    /** What became of a row that was not refused. */
    enum Fate {
        STORED,
        KNOWN
    }

    /**
     * What became of all.
     *
     * @param received rows with content
     * @param stored rows that were new
     * @param duplicates rows that were on record already
     * @param rejected the first 1,000 rows that were refused, with field and reason
     * @param rejectedCount how many were refused in all
     */
    public record BatchReceipt(
            long received, long stored, long duplicates, List<LineProblem> rejected, long rejectedCount) {}

    /**
     * @param kind what a row is, for refusals that concern it as a whole
     * @param keep keeps one row, or refuses it by a {@link GovernanceException}
     */
    Rows(Class<T> type, String kind, Function<T, Fate> keep) {
        this.type = type;
        this.kind = kind;
        this.keep = keep;
    }

    /** Whether the body is a list rather than one object; it can be read from its beginning afterwards. */
    static boolean many(BufferedInputStream body) throws IOException {
        body.mark(1 << 12);
        int first = body.read();
        for (int i = 1; i < 1 << 12 && first >= 0 && Character.isWhitespace(first); i++) {
            first = body.read();
        }
        body.reset();
        return first == '[';
    }

    /** Takes an object a line; blank lines do not count. */
    BatchReceipt ofLines(InputStream body) throws IOException {
        var lines = new LineReader(BodyStream.of(body, LIMITS));
        while (lines.next()) {
            if (!lines.blank()) {
                var text = lines.text();
                take(lines.number(), () -> {
                    if (text == null) {
                        throw Parameters.wrong(BodyFault.BODY, "is no UTF-8");
                    }
                    return Json.MAPPER.readValue(text, type);
                });
            }
        }
        return receipt();
    }

    /** Takes the objects of a list, counted from 1. What cannot be read as JSON ends it there. */
    BatchReceipt ofList(InputStream body) throws IOException {
        try (JsonParser json = Json.MAPPER.createParser(BodyStream.of(body, LIMITS))) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == null) {
                    throw Parameters.wrong(BodyFault.BODY, "ends before its list does");
                }
                var row = ELEMENT.readTree(json);
                take(received + 1, () -> Json.MAPPER.treeToValue(row, type));
            }
        } catch (JacksonException e) {
            received++;
            refuse(received, BodyFault.problem(e));
        } catch (GovernanceException e) {
            if (e.code() == ErrorCode.TOO_LARGE) {
                throw e;
            }
            received++;
            refuse(received, e);
        }
        return receipt();
    }

    private void take(long line, Supplier<T> reading) {
        received++;
        try {
            var row = reading.get();
            if (row == null) {
                throw BodyFault.missing();
            }
            switch (keep.apply(row)) {
                case STORED -> stored++;
                case KNOWN -> duplicates++;
            }
        } catch (JacksonException e) {
            refuse(line, BodyFault.problem(e));
        } catch (GovernanceException e) {
            if (e.code() == ErrorCode.OUTSIDE) {
                throw e;
            }
            refuse(line, e);
        }
    }

    private void refuse(long line, GovernanceException refused) {
        if (refused.fields().isEmpty()) {
            refuse(line, new FieldProblem(kind, String.valueOf(refused.getMessage())));
        }
        refused.fields().forEach(problem -> refuse(line, problem));
    }

    private void refuse(long line, FieldProblem problem) {
        refusals.add(new LineProblem(line, problem.field(), problem.reason()));
    }

    private BatchReceipt receipt() {
        return new BatchReceipt(received, stored, duplicates, refusals.first(), received - stored - duplicates);
    }
}
