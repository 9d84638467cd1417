package org.overread.monitoring.subgroup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides what would single out few patients; everything shown or exported passes through here.
 *
 * <p>No count may be shown that stands for 1 to 10 distinct patients, nor may one be worked out: not as predictions,
 * events or non-events of a group, and not as one of the four cells at the threshold. None is allowed. Whatever else
 * must go so that the rest does not reveal it by subtraction is hidden too (complementary suppression), and looks the
 * same: to tell the two apart would tell how small the small one is. Unknown outcomes are no fact about a patient and
 * are not protected.
 */
public final class SmallCells {
    /** The fewest distinct patients a count may stand for. */
    public static final int THRESHOLD = Tally.ENOUGH;

    /** Said in place of what is hidden. */
    public static final String REASON =
            "hidden: fewer than " + THRESHOLD + " patients, or needed to keep such a group from being worked out";

    private SmallCells() {}

    /** Whether a count of so many distinct patients must not be shown; zero may. */
    public static boolean hides(long patients) {
        return patients > 0 && patients < THRESHOLD;
    }

    /**
     * The parts of a whole that may be shown beside the whole; what is hidden is missing. A hidden part cannot be worked
     * out by subtraction: at least two are hidden, and together they are not few.
     *
     * @param parts how many each part is; together they are the whole
     */
    public static <K> Map<K, Long> shownParts(Map<K, Long> parts) {
        var ascending = parts.entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .sorted(Map.Entry.comparingByValue())
                .toList();
        var hidden = new HashSet<K>();
        var together = 0L;
        for (var part : ascending) {
            if (hides(part.getValue()) || !hidden.isEmpty() && (hidden.size() < 2 || hides(together))) {
                hidden.add(part.getKey());
                together += part.getValue();
            }
        }
        var shown = new LinkedHashMap<>(parts);
        shown.keySet().removeAll(hidden);
        return Collections.unmodifiableMap(shown);
    }

    /** The form of an evaluation that may be shown; applying it twice changes nothing. */
    public static Evaluation applyTo(Evaluation evaluation) {
        var overall = shown(evaluation.overall());
        var all = overall.disclosure() == Disclosure.HIDDEN;
        var subgroups = withPooled(evaluation);
        return new Evaluation(
                all ? null : evaluation.rows(),
                all ? null : evaluation.labelled(),
                all ? null : evaluation.positives(),
                evaluation.threshold(),
                overall,
                subgroups,
                List.of(),
                Disparities.of(subgroups));
    }

    static boolean hidesCounts(Tally tally, BitSet slices) {
        return hides(tally.patients(slices, Tally.ALL))
                || hides(tally.patients(slices, Tally.EVENTS))
                || hides(tally.patients(slices, Tally.NON_EVENTS));
    }

    static boolean hidesCells(Tally tally, BitSet slices) {
        return hidesCounts(tally, slices)
                || hides(tally.patients(slices, Tally.TRUE_POSITIVE))
                || hides(tally.patients(slices, Tally.FALSE_POSITIVE))
                || hides(tally.patients(slices, Tally.FALSE_NEGATIVE))
                || hides(tally.patients(slices, Tally.TRUE_NEGATIVE));
    }

    private static GroupFigures shown(GroupFigures group) {
        return switch (group.disclosure()) {
            case SHOWN -> group;
            case WITHOUT_THRESHOLD ->
                group.figures().confusion() != null ? group.with(group.figures().withoutThreshold(REASON)) : group;
            case HIDDEN -> group.hidden(REASON);
        };
    }

    /** What is pooled follows the groups of its attribute. */
    private static List<GroupFigures> withPooled(Evaluation evaluation) {
        var subgroups = new ArrayList<GroupFigures>();
        var groups = evaluation.subgroups();
        for (var i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            subgroups.add(shown(group));
            if (i + 1 == groups.size() || !groups.get(i + 1).attribute().equals(group.attribute())) {
                evaluation.pooled().stream()
                        .filter(pool -> pool.attribute().equals(group.attribute()))
                        .forEach(pool -> subgroups.add(shown(pool)));
            }
        }
        return subgroups;
    }
}
