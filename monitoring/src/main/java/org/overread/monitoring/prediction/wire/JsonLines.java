package org.overread.monitoring.prediction.wire;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The lines of an NDJSON body: one object a line, read token by token, never as a tree. */
final class JsonLines {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNameLength(LineFields.LONGEST_ID)
                    .maxNumberLength(100)
                    .build())
            .build();

    /** What is done with one line. */
    interface Line {
        void begin(long number);

        void field(String name, JsonParser json);

        void finish();
    }

    private JsonLines() {}

    static void read(InputStream in, LineFields fields, Line line) throws IOException {
        var lines = new LineReader(in);
        while (lines.next()) {
            if (!lines.blank()) {
                line.begin(lines.number());
                try (var json = FACTORY.createParser(
                        ObjectReadContext.empty(), lines.buffer(), lines.start(), lines.length())) {
                    object(json, fields, line);
                } catch (JacksonException e) {
                    fields.refuse("line", "is not JSON" + where(e) + ": write one object a line, each name once");
                }
                line.finish();
            }
        }
    }

    private static void object(JsonParser json, LineFields fields, Line line) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            fields.refuse("line", "is not a JSON object: write one object a line");
            return;
        }
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            line.field(name, json);
            json.skipChildren();
        }
        if (json.nextToken() != null) {
            fields.refuse("line", "goes on after its object: write one object a line");
        }
    }

    /** The value as text; null when it is null or, after a refusal, when it is of another kind. */
    static @Nullable String text(LineFields fields, String field, JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_NULL -> null;
            default -> {
                fields.refuse(field, "must be text in quotes");
                yield null;
            }
        };
    }

    /** The number as it was written. */
    static @Nullable String number(LineFields fields, String field, JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getString();
            case VALUE_NULL -> null;
            default -> {
                fields.refuse(field, "must be a number without quotes");
                yield null;
            }
        };
    }

    /** A text, number or truth value as text. */
    static @Nullable String scalar(LineFields fields, String field, JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> json.getString();
            case VALUE_NULL -> null;
            default -> {
                fields.refuse(field, "must be one value: text, a number, true or false");
                yield null;
            }
        };
    }

    static void unknown(LineFields fields, String field) {
        fields.refuse(field, "is not a known field");
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
    }
}
