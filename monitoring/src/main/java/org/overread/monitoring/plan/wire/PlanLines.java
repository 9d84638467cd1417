package org.overread.monitoring.plan.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** On which line of a plan's text a field stands, by the name its problems are told under, such as {@code limits[0].alert}. */
final class PlanLines {
    private final Map<String, Integer> lines = new HashMap<>();

    /** @param parser before the first token; it is read to the end, or to where the text cannot be read */
    static PlanLines of(JsonParser parser) {
        var lines = new PlanLines();
        try {
            parser.nextToken();
            lines.value(parser, "");
        } catch (JacksonException e) {
            // what comes before can be told all the same
        }
        return lines;
    }

    /** The line of the field, or of what it belongs to; empty when neither is there. */
    Optional<Integer> line(String field) {
        for (var name = field; !name.isEmpty(); name = owner(name)) {
            if (lines.containsKey(name)) {
                return Optional.of(lines.get(name));
            }
        }
        return Optional.empty();
    }

    private static String owner(String field) {
        return field.substring(0, Math.max(0, Math.max(field.lastIndexOf('.'), field.lastIndexOf('['))));
    }

    private void value(JsonParser parser, String path) {
        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
                lines.putIfAbsent(name, parser.currentTokenLocation().getLineNr());
                parser.nextToken();
                value(parser, name);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                value(parser, "%s[%d]".formatted(path, i));
            }
        }
    }
}
