package org.overread.monitoring.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.check.LimitRule.Judged;
import org.overread.monitoring.plan.WindowRule;
import org.overread.monitoring.plan.WindowRule.Days;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;

/**
 * The windows that a plan's limits are judged in, measured.
 *
 * @param singly window by window, the oldest first
 * @param together the last windows as one: as many as the plan says, then twice as many and so on, for groups that are
 *     too small to be judged in fewer
 */
record MeasuredWindows(List<Measured> singly, List<Measured> together) {
    /** How far back it looks. */
    private static final int LOOK_BACK = 12;

    /** One window with all its figures. */
    record Measured(Days days, Evaluation evaluation) {}

    static MeasuredWindows of(WindowRule rule, LocalDate end, Function<Days, Evaluation> figures) {
        var most = Math.max(rule.of(), LOOK_BACK);
        var singly = rule.last(most, end).stream()
                .map(days -> new Measured(days, figures.apply(days)))
                .toList();
        var together = new ArrayList<Measured>();
        for (int windows = rule.of(); windows < 2 * most; windows *= 2) {
            var days = new Days(
                    singly.get(most - Math.min(windows, most)).days().from(),
                    singly.getLast().days().to());
            together.add(new Measured(days, figures.apply(days)));
        }
        return new MeasuredWindows(singly, together);
    }

    /** The windows as one limit sees one group, or all predictions when its attribute is null. */
    List<Judged> judged(GroupLimit limit, @Nullable String value) {
        return singly.stream().map(window -> judged(window, limit, value)).toList();
    }

    /** The last windows as one, as one limit sees one group; the fewest first. */
    List<Judged> together(GroupLimit limit, @Nullable String value) {
        return together.stream().map(window -> judged(window, limit, value)).toList();
    }

    /**
     * The groups of an attribute in the longest of them, where every group of a shorter one is. What small groups are
     * shown together as differs from window to window; it is watched as the longest has it.
     */
    List<String> values(String attribute) {
        return groups(together.getLast(), attribute).stream()
                .map(GroupFigures::value)
                .distinct()
                .toList();
    }

    private static Judged judged(Measured window, GroupLimit limit, @Nullable String value) {
        var attribute = limit.attribute();
        if (attribute == null || value == null) {
            return Judged.of(window.days(), window.evaluation().overall(), limit.limit());
        }
        return Judged.of(window.days(), groups(window, attribute), value, limit.limit());
    }

    private static List<GroupFigures> groups(Measured window, String attribute) {
        return window.evaluation().subgroups().stream()
                .filter(group -> group.attribute().equals(attribute))
                .toList();
    }
}
