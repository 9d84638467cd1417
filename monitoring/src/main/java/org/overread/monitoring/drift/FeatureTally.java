package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.FeatureDistribution;

/**
 * Counts the values of columns in several windows at once. A column has one kind in all of them: numeric when all its
 * values are numbers. Its memory does not grow with the number of predictions: see {@link ValueTally}.
 */
public final class FeatureTally {
    private final Map<Column, ValueTally> columns = new TreeMap<>();
    private final long[] rows;

    /** For so many windows. */
    public FeatureTally(int windows) {
        rows = new long[windows];
    }

    /** Counts one prediction; a prediction may lie in several windows. */
    public void add(int window, Map<String, String> features, @Nullable Double score, @Nullable Integer outcome) {
        rows[window]++;
        features.forEach((name, value) -> add(window, Column.feature(name), value));
        if (score != null) {
            add(window, Column.SCORE, Double.toString(score));
        }
        if (outcome != null) {
            add(window, Column.OUTCOME, Integer.toString(outcome));
        }
    }

    private void add(int window, Column column, String value) {
        columns.computeIfAbsent(column, ignored -> new ValueTally(rows.length)).add(window, value);
    }

    /** What was counted in each window; every column in every window, whether it had a value there or not. */
    public List<SortedMap<Column, FeatureDistribution>> distributions() {
        var windows = new ArrayList<SortedMap<Column, FeatureDistribution>>();
        for (int window = 0; window < rows.length; window++) {
            var found = new TreeMap<Column, FeatureDistribution>();
            for (var column : columns.entrySet()) {
                boolean numeric = column.getKey().kind() != Column.Kind.OUTCOME
                        && column.getValue().numeric();
                found.put(column.getKey(), column.getValue().distribution(window, rows[window], numeric));
            }
            windows.add(found);
        }
        return windows;
    }
}
