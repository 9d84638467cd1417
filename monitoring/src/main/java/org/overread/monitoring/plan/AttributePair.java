package org.overread.monitoring.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two attributes whose combined groups are watched, such as {@code sex} with {@code race}. */
public record AttributePair(String first, String second) {
    /** What stands between the two, and between their values, in figures and limits. */
    public static final String TIMES = " × ";

    /** As figures name it, in alphabetical order: {@code race × sex}. */
    public String label() {
        return first.compareTo(second) < 0 ? first + TIMES + second : second + TIMES + first;
    }

    /** Whether a limit that names this means the pair, in either order. */
    public boolean named(@Nullable String eachOf) {
        return eachOf != null
                && List.of(first + TIMES + second, second + TIMES + first).contains(eachOf);
    }

    /** Whether it is one of the two. */
    public boolean has(@Nullable String attribute) {
        return first.equals(attribute) || second.equals(attribute);
    }
}
