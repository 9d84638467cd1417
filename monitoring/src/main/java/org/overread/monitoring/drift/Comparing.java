package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.profile.CategoricalDistribution;
import org.overread.monitoring.profile.FeatureDistribution;
import org.overread.monitoring.profile.NumericDistribution;

/** Computes every figure of a column, or says why it has none. */
record Comparing(Column column, FeatureDistribution reference, FeatureDistribution current) {
    private static final String ONE_VALUE = "all values of the reference window are equal, so it has no deciles";
    private static final String LATE = "outcomes come late, so that a missing one says nothing";

    ColumnDrift drift() {
        if (reference instanceof NumericDistribution then && current instanceof NumericDistribution now) {
            return numbers(then, now);
        }
        if (reference instanceof CategoricalDistribution then && current instanceof CategoricalDistribution now) {
            return categories(then, now);
        }
        throw new IllegalArgumentException(column.name() + " is numeric in one window and categorical in the other");
    }

    private ColumnDrift numbers(NumericDistribution then, NumericDistribution now) {
        var empty = empty();
        var shape = empty != null
                ? new Shape.Numeric(Tested.undefined(empty), Estimate.undefined(empty), Estimate.undefined(empty))
                : new Shape.Numeric(
                        KolmogorovSmirnov.test(then, now),
                        Wasserstein.of(then, now),
                        Wasserstein.normalised(then, now));
        if (then.present() == 0) {
            return result(List.of(), new Counts(new long[0], new long[0]), empty, shape);
        }
        var deciles = Deciles.of(then);
        var counts = deciles.count(then, now);
        boolean constant = then.values().length == 1;
        return result(bins(deciles.labels(), counts), counts, empty == null && constant ? ONE_VALUE : empty, shape);
    }

    private ColumnDrift categories(CategoricalDistribution then, CategoricalDistribution now) {
        var empty = empty();
        var categories = Categories.of(then, now);
        var shape = empty != null
                ? new Shape.Categorical(Tested.undefined(empty), Estimate.undefined(empty), Estimate.undefined(empty))
                : new Shape.Categorical(
                        ChiSquare.test(categories.counts()), categories.lInfinity(), categories.totalVariation());
        return result(bins(categories.names(), categories.counts()), categories.counts(), empty, shape);
    }

    private ColumnDrift result(List<Bin> bins, Counts counts, @Nullable String undefined, Shape shape) {
        return new ColumnDrift(
                column,
                reference,
                current,
                bins,
                unless(undefined, () -> Psi.of(counts)),
                withMissing(counts, undefined),
                unless(undefined, () -> JensenShannon.of(counts)),
                shape,
                column.kind() == Column.Kind.OUTCOME ? Tested.undefined(LATE) : Missingness.test(reference, current),
                false);
    }

    /** Also answers when one window has nothing but missing values. */
    private Estimate withMissing(Counts counts, @Nullable String undefined) {
        boolean bins = counts.size() > 0 && !ONE_VALUE.equals(undefined);
        if (undefined != null && !(bins && reference.total() > 0 && current.total() > 0)) {
            return Estimate.undefined(undefined);
        }
        return Psi.of(counts.and(reference.missing(), current.missing()));
    }

    private @Nullable String empty() {
        if (reference.present() == 0) {
            return why(reference, "the reference window");
        }
        return current.present() == 0 ? why(current, "the current window") : null;
    }

    private static String why(FeatureDistribution distribution, String window) {
        return distribution.missing() == 0 ? window + " is empty" : "every value of " + window + " is missing";
    }

    private static Estimate unless(@Nullable String undefined, Supplier<Estimate> figure) {
        return undefined == null ? figure.get() : Estimate.undefined(undefined);
    }

    private static List<Bin> bins(List<String> labels, Counts counts) {
        var bins = new ArrayList<Bin>();
        for (int i = 0; i < labels.size(); i++) {
            // nothing lies under the lowest decile when it is also the least value
            if (counts.reference()[i] + counts.current()[i] > 0) {
                bins.add(new Bin(labels.get(i), counts.reference()[i], counts.current()[i]));
            }
        }
        return bins;
    }
}
