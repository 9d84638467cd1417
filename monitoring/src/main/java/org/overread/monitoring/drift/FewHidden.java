package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.profile.CategoricalDistribution;
import org.overread.monitoring.subgroup.SmallCells;

/**
 * Puts the bins of a column that stand for few patients, in either window, together as one; the predictions without a
 * value are a bin like the others. Since the whole of each window is shown, a hidden bin of few could be worked out by
 * subtraction, and so could several that together stand for few: then the smallest of the others go with them, until in
 * each window what is hidden stands for enough patients.
 *
 * <p>The figures must not tell what the bins do not: those of bins and categories are computed of the bins as drawn, so
 * that they are a function of what is shown anyway, and those that need every value are rounded.
 *
 * @see "Decision 133: what drift tells of few patients"
 */
final class FewHidden {
    private final ColumnDrift drift;
    private final PatientBins reference;
    private final PatientBins current;
    private final List<Bin> parts;
    private final Set<String> hidden = new HashSet<>();

    private FewHidden(ColumnDrift drift, PatientBins reference, PatientBins current) {
        this.drift = drift;
        this.reference = reference;
        this.current = current;
        parts = drift.parts();
    }

    static ColumnDrift of(ColumnDrift drift, PatientBins reference, PatientBins current) {
        var hiding = new FewHidden(drift, reference, current);
        hiding.hide();
        return hiding.hidden.isEmpty() ? drift : hiding.told();
    }

    private void hide() {
        for (var part : parts) {
            if (few(Set.of(part.label()))) {
                hidden.add(part.label());
            }
        }
        while (!hidden.isEmpty() && hidden.size() < parts.size() && few(hidden)) {
            parts.stream()
                    .filter(part -> !hidden.contains(part.label()))
                    .min(Comparator.comparingLong(part -> part.reference() + part.current()))
                    .ifPresent(part -> hidden.add(part.label()));
        }
    }

    private boolean few(Set<String> labels) {
        return reference.few(drift.column(), labels, sum(labels, Bin::reference))
                || current.few(drift.column(), labels, sum(labels, Bin::current));
    }

    private long sum(Set<String> labels, ToLongFunction<Bin> window) {
        return parts.stream()
                .filter(part -> labels.contains(part.label()))
                .mapToLong(window)
                .sum();
    }

    private ColumnDrift told() {
        boolean missing = hidden.contains(PatientBins.MISSING);
        var drawn = new ArrayList<>(drift.bins().stream()
                .filter(bin -> !hidden.contains(bin.label()))
                .toList());
        drawn.add(new Bin(Bin.FEW, sum(hidden, Bin::reference), sum(hidden, Bin::current)));
        var figures = ColumnDrift.of(
                drift.column(),
                categories(
                        drawn, Bin::reference, missing ? 0 : drift.reference().missing()),
                categories(drawn, Bin::current, missing ? 0 : drift.current().missing()));
        return new ColumnDrift(
                drift.column(),
                drift.reference(),
                drift.current(),
                drawn,
                told(drift.psi(), figures.psi(), drawn),
                missing
                        ? Estimate.undefined(SmallCells.REASON)
                        : told(drift.psiWithMissing(), figures.psiWithMissing(), drawn),
                told(drift.jensenShannon(), figures.jensenShannon(), drawn),
                switch (drift.shape()) {
                    case Shape.Numeric numeric -> numeric.rounded();
                    case Shape.Categorical exact when exact.totalVariation().value() == null -> exact;
                    case Shape.Categorical _ -> figures.shape();
                },
                missing ? Tested.undefined(SmallCells.REASON) : drift.missing(),
                missing);
    }

    /** What could not be computed keeps its reason, and one bin alone tells nothing. */
    private static Estimate told(Estimate exact, Estimate drawn, List<Bin> bins) {
        if (exact.value() == null) {
            return exact;
        }
        return bins.size() == 1 ? Estimate.undefined(SmallCells.REASON) : drawn;
    }

    private static CategoricalDistribution categories(List<Bin> bins, ToLongFunction<Bin> window, long missing) {
        SortedMap<String, Long> counts = new TreeMap<>();
        bins.stream()
                .filter(bin -> window.applyAsLong(bin) > 0)
                .forEach(bin -> counts.put(bin.label(), window.applyAsLong(bin)));
        return new CategoricalDistribution(counts, missing);
    }
}
