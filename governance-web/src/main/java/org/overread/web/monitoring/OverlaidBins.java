package org.overread.web.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.overread.monitoring.drift.Bin;
import org.overread.monitoring.drift.ColumnDrift;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.web.chart.Overlay;

/** Both distributions of a column as a drawing; bins of few, in either window, are shown together as one. */
final class OverlaidBins {
    static final String FEW = Bin.FEW;
    static final String MISSING = "(missing)";

    private OverlaidBins() {}

    /** Empty when either window has too few values to draw. */
    static Optional<Overlay> of(ColumnDrift drift) {
        var shown = shown(drift);
        var bins = new ArrayList<Overlay.Bin>();
        var few = new long[2];
        var reference = (double) drift.reference().total();
        var current = (double) drift.current().total();
        for (var bin : all(drift)) {
            if (shown.contains(bin.label()) && !bin.label().equals(FEW)) {
                bins.add(new Overlay.Bin(bin.label(), bin.reference() / reference, bin.current() / current));
            } else {
                few[0] += bin.reference();
                few[1] += bin.current();
            }
        }
        if (bins.isEmpty()) {
            return Optional.empty();
        }
        if (few[0] + few[1] > 0) {
            bins.add(new Overlay.Bin(FEW, few[0] / reference, few[1] / current));
        }
        return Optional.of(new Overlay(drift.column().name(), "Reference window", "Now", bins));
    }

    private static Set<String> shown(ColumnDrift drift) {
        var shown = SmallCells.shownParts(counts(drift, Bin::reference)).keySet();
        var both = new java.util.LinkedHashSet<>(shown);
        both.retainAll(SmallCells.shownParts(counts(drift, Bin::current)).keySet());
        return both;
    }

    private static Map<String, Long> counts(ColumnDrift drift, ToLongFunction<Bin> count) {
        var counts = new LinkedHashMap<String, Long>();
        all(drift).forEach(bin -> counts.put(bin.label(), count.applyAsLong(bin)));
        return counts;
    }

    private static ArrayList<Bin> all(ColumnDrift drift) {
        var all = new ArrayList<>(drift.bins());
        // where they are hidden, the bin of few holds them
        if (!drift.missingFew() && drift.reference().missing() + drift.current().missing() > 0) {
            all.add(new Bin(
                    MISSING, drift.reference().missing(), drift.current().missing()));
        }
        return all;
    }
}
