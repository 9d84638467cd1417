package org.overread.monitoring.truth;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Normal;
import org.overread.monitoring.plan.AttributePair;
import org.overread.monitoring.subgroup.GroupFigures;

/**
 * One group, or the cases that two groups share, that was tested beside the others.
 *
 * @param level how far it is off, on a scale where the difference of two levels can be tested
 * @param variance of the level
 * @param least the level from which on it matters
 * @param direction 1 where more is worse, −1 where less is
 * @param pValue two-sided, of the level beside that of the others
 * @param matters whether the difference is large enough and to the group's disadvantage
 */
record TestedGroup(
        GroupFigures group,
        double level,
        double variance,
        double least,
        int direction,
        double pValue,
        boolean matters,
        String sentence) {
    /** Such as {@code sex Female}, or {@code age_band 80+ with sex Female}. */
    static String name(GroupFigures group) {
        return of(group).entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(" with "));
    }

    /** Whether it is a group of two attributes together. */
    boolean pair() {
        return group.attribute().contains(AttributePair.TIMES);
    }

    /** Whether all its cases are cases of the other, which holds more. */
    boolean within(TestedGroup whole) {
        return pair()
                && !whole.pair()
                && of(group).entrySet().containsAll(of(whole.group).entrySet());
    }

    /**
     * The two-sided p-value of being farther off than what holds it; 1 when it is not. The variance of their difference is
     * that of their variances, as they share cases (Hausman 1978); null where that is not positive.
     */
    @Nullable Double beyond(TestedGroup whole) {
        double distance = direction * (level - whole.level);
        if (distance <= 0) {
            return 1.0;
        }
        double apart = variance - whole.variance;
        return apart > 0 ? Double.valueOf(Normal.twoSided(distance / Math.sqrt(apart))) : null;
    }

    private static Map<String, String> of(GroupFigures group) {
        var names = group.attribute().split(AttributePair.TIMES, -1);
        var values = group.value().split(AttributePair.TIMES, -1);
        if (names.length != 2 || values.length != 2) {
            return Map.of(group.attribute(), group.value());
        }
        var both = new TreeMap<String, String>();
        both.put(names[0], values[0]);
        both.put(names[1], values[1]);
        return both;
    }
}
