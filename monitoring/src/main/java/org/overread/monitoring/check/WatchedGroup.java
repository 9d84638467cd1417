package org.overread.monitoring.check;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.plan.AttributePair;
import org.overread.monitoring.plan.Limit;

/**
 * A group that must keep a limit.
 *
 * @param value such as {@code Female}, or {@code 70+ × Female} of a pair; null for all predictions
 */
record WatchedGroup(GroupLimit limit, @Nullable String value) {
    /** Names the check within its version. */
    String key() {
        var kind = "performance:%s:%s"
                .formatted(
                        limit.limit().metric().key(),
                        limit.limit().side().name().toLowerCase(Locale.ROOT));
        return limit.attribute() == null
                ? kind
                : "%s:%s=%s".formatted(kind, limit.attribute(), Objects.requireNonNullElse(value, ""));
    }

    /** What is watched, with the side it must keep, such as {@code Sensitivity in age_band 80+, at least 0.60}. */
    String title() {
        return subject() + ", " + side(limit.limit());
    }

    /** Such as {@code at least 0.60}. */
    static String side(Limit limit) {
        return String.format(
                Locale.ROOT,
                switch (limit.side()) {
                    case FLOOR -> "at least %.2f";
                    case CEILING -> "at most %.2f";
                },
                limit.alert());
    }

    /** The figure alone, such as {@code Sensitivity in age_band 80+ with sex Female}. */
    String subject() {
        var metric = limit.limit().metric().label();
        var who = of().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(" with "));
        return who.isEmpty() ? metric : metric + " in " + who;
    }

    /** Whether all its predictions are predictions of the other, which holds more. */
    boolean within(WatchedGroup other) {
        return of().size() > other.of().size()
                && of().entrySet().containsAll(other.of().entrySet());
    }

    /** Its attributes with their values. What small groups of a pair are shown together as is told by the pair's name. */
    private Map<String, String> of() {
        var attribute = limit.attribute();
        if (attribute == null || value == null) {
            return Map.of();
        }
        var names = attribute.split(AttributePair.TIMES, -1);
        var values = value.split(AttributePair.TIMES, -1);
        if (limit.pair() == null || names.length != 2 || values.length != 2) {
            return Map.of(attribute, value);
        }
        var both = new TreeMap<String, String>();
        both.put(names[0], values[0]);
        both.put(names[1], values[1]);
        return both;
    }
}
