package org.overread.registry.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.gate.Reading.Broken;
import org.overread.registry.gate.Reading.Kept;
import org.overread.registry.gate.Reading.Untold;

/**
 * One criterion by the frozen figures and by those of now, figure beside figure.
 *
 * @param live how it would come out now; null when the figures of now could not be asked for
 * @param figures the same figure then and now, in the order of the frozen ones; groups that are new stand at the end
 */
public record BesideLimit(CriterionVerdict pinned, @Nullable CriterionVerdict live, List<Pair> figures) {
    public BesideLimit {
        figures = List.copyOf(figures);
    }

    /**
     * The figure of one group, or of all cases when that is null.
     *
     * @param pinned null when the frozen evidence does not have it
     * @param live null when there is no such figure now
     */
    public record Pair(
            @Nullable String group,
            @Nullable Reading pinned,
            @Nullable Reading live) {
        /** What has become otherwise by the limit, in words; empty while the figure is on the same side of it. */
        public Optional<String> crossing() {
            var then = side(pinned);
            var now = side(live);
            return then.equals(now)
                    ? Optional.empty()
                    : Optional.of(
                            "%s: %s when frozen, now %s.".formatted(group == null ? "All cases" : group, then, now));
        }

        private static String side(@Nullable Reading reading) {
            return switch (reading) {
                case null -> "no figure";
                case Kept _ -> "within the limit";
                case Broken _ -> "beyond the limit";
                case Untold _ -> "no verdict";
            };
        }
    }

    /** Sets one criterion's readings side by side. */
    static BesideLimit of(CriterionVerdict pinned, @Nullable CriterionVerdict live) {
        var now = live == null ? List.<Reading>of() : live.readings();
        var pairs = new ArrayList<Pair>();
        pinned.readings().forEach(then -> pairs.add(new Pair(group(then), then, same(then, now))));
        now.stream()
                .filter(reading -> same(reading, pinned.readings()) == null)
                .forEach(reading -> pairs.add(new Pair(group(reading), null, reading)));
        return new BesideLimit(pinned, live, pairs);
    }

    /** Sets each criterion of a policy side by side, in the policy's order. */
    public static List<BesideLimit> each(GateVerdict pinned, @Nullable GateVerdict live) {
        var all = new ArrayList<BesideLimit>();
        for (int i = 0; i < pinned.criteria().size(); i++) {
            all.add(of(
                    pinned.criteria().get(i),
                    live == null ? null : live.criteria().get(i)));
        }
        return List.copyOf(all);
    }

    /** What has become otherwise, in words: that the criterion comes out otherwise, or that one of its figures does. */
    public List<String> crossings() {
        var sentences = new ArrayList<String>();
        if (live != null && !live.word().equals(pinned.word())) {
            sentences.add("It was %s; by the figures of now it is %s: %s."
                    .formatted(pinned.word(), live.word(), live.reason()));
        }
        if (live != null && figures.size() > 1) {
            figures.stream().flatMap(pair -> pair.crossing().stream()).forEach(sentences::add);
        }
        return List.copyOf(sentences);
    }

    private static @Nullable String group(Reading reading) {
        return reading.figure().group();
    }

    private static @Nullable Reading same(Reading reading, List<Reading> others) {
        return others.stream()
                .filter(other -> Objects.equals(group(other), group(reading)))
                .findFirst()
                .orElse(null);
    }
}
