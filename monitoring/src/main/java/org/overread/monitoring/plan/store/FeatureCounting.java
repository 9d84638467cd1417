package org.overread.monitoring.plan.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.overread.monitoring.plan.FeatureSighting;

/** Counts the values of features, prediction by prediction; of a feature with very many values only the first ones. */
final class FeatureCounting {
    private static final int MOST_VALUES = 1_000;

    private final Map<String, Counted> counted = new TreeMap<>();
    private long predictions;

    private static final class Counted {
        private final TreeMap<String, Long> values = new TreeMap<>();
        private long present;
        private boolean some;
        private boolean numeric = true;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        void add(String value) {
            present++;
            if (values.size() < MOST_VALUES || values.containsKey(value)) {
                values.merge(value, 1L, Long::sum);
            } else {
                some = true;
            }
            measure(value);
        }

        private void measure(String value) {
            try {
                var number = Double.parseDouble(value);
                low = Math.min(low, number);
                high = Math.max(high, number);
                numeric = numeric && Double.isFinite(number);
            } catch (NumberFormatException e) {
                numeric = false;
            }
        }
    }

    void add(Map<String, String> features) {
        predictions++;
        features.forEach((name, value) ->
                counted.computeIfAbsent(name, _ -> new Counted()).add(value));
    }

    List<FeatureSighting> sightings() {
        return counted.entrySet().stream()
                .map(entry -> sighting(entry.getKey(), entry.getValue()))
                .toList();
    }

    private FeatureSighting sighting(String name, Counted of) {
        return new FeatureSighting(
                name,
                of.values,
                predictions - of.present,
                of.numeric,
                of.numeric ? of.low : null,
                of.numeric ? of.high : null,
                of.some);
    }
}
