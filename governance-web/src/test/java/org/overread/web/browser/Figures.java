package org.overread.web.browser;

import java.util.Locale;
import org.overread.web.testing.Caller;
import tools.jackson.databind.JsonNode;

/** The figures of a version as the interface for machines tells them. */
record Figures(JsonNode told) {
    static Figures of(Caller caller, String model, int version, String by) {
        return new Figures(caller.get("api/v1/models/%s/versions/%d/performance?by=%s".formatted(model, version, by))
                .json());
    }

    JsonNode overall() {
        return told.get("overall");
    }

    JsonNode group(String value) {
        return told.get("subgroups")
                .valueStream()
                .filter(group -> group.get("value").stringValue().equals(value))
                .findFirst()
                .orElseThrow();
    }

    /** A figure as it is printed on screens, such as {@code 0.647 (0.640–0.654)}. */
    static String printed(JsonNode group, String metric) {
        var figure = group.get(metric);
        return String.format(
                Locale.ROOT,
                "%.3f (%.3f–%.3f)",
                figure.get("value").doubleValue(),
                figure.get("low").doubleValue(),
                figure.get("high").doubleValue());
    }

    static String count(JsonNode group, String name) {
        return String.format(Locale.ENGLISH, "%,d", group.get(name).longValue());
    }
}
