package org.overread.monitoring.profile.store;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.FeatureRows;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Features as the log holds them: one object of texts in JSON. */
final class FeatureText {
    private static final JsonFactory JSON = new JsonFactory();

    private FeatureText() {}

    /** Adds a prediction with these features; null when it has none. */
    static void read(byte @Nullable [] text, FeatureRows rows) {
        rows.next();
        if (text == null) {
            return;
        }
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    rows.add(parser.currentName(), parser.getString());
                }
            }
        }
    }
}
