package org.overread.monitoring.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes the features of predictions one by one, in any order, and makes their profile. */
public final class FeatureRows {
    private static final int SOME = 1 << 12;
    private static final int LONGEST = 200;
    private static final int FIRST = 64;

    private final Map<String, Column> columns = new HashMap<>();
    private long predictions;

    /** The values of one feature; no more than some are kept at a time. */
    private static final class Column {
        private NumberCells before = NumberCells.NONE;
        private double[] numbers = new double[FIRST];
        private int size;
        private TextCounts textsBefore = TextCounts.NONE;
        private final Map<String, Long> texts = new HashMap<>();

        void add(String text) {
            var number = Decimal.parse(text);
            if (Double.isFinite(number)) {
                add(number);
            } else {
                texts.merge(text.length() > LONGEST ? text.substring(0, LONGEST) : text, 1L, Long::sum);
                if (texts.size() == SOME) {
                    textsBefore = counted();
                    texts.clear();
                }
            }
        }

        private void add(double number) {
            if (size == SOME) {
                before = cells();
                size = 0;
            } else if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.min(SOME, 2 * size));
            }
            numbers[size++] = number;
        }

        private NumberCells cells() {
            return NumberCells.merged(List.of(before, NumberCells.of(numbers, size)));
        }

        private TextCounts counted() {
            return TextCounts.merged(List.of(textsBefore, TextCounts.of(texts)));
        }
    }

    /** Adds one prediction's features. */
    public void add(Map<String, String> features) {
        next();
        features.forEach(this::add);
    }

    /** Begins with another prediction. */
    public void next() {
        predictions++;
    }

    /** Adds a feature of the prediction that was begun; an empty value is none. */
    public void add(String feature, String value) {
        if (!value.isBlank()) {
            columns.computeIfAbsent(feature, any -> new Column()).add(value);
        }
    }

    public FeatureProfile profile() {
        var features = new TreeMap<String, FeatureProfile.Values>();
        columns.forEach(
                (name, column) -> features.put(name, new FeatureProfile.Values(column.cells(), column.counted())));
        return new FeatureProfile(predictions, features);
    }
}
