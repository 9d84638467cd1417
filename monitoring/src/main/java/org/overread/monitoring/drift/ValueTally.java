package org.overread.monitoring.drift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.overread.monitoring.profile.CategoricalDistribution;
import org.overread.monitoring.profile.FeatureDistribution;
import org.overread.monitoring.profile.NumericDistribution;

/**
 * Counts the values of one column in several windows. It keeps at most {@value #MOST} different values: beyond that,
 * numbers are rounded to fewer digits, in all windows alike, and further categories are counted together.
 */
final class ValueTally {
    private static final int MOST = 50_000;
    private static final String OTHERS = "(others)";
    private static final String NOT_A_NUMBER = "NaN";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private final int windows;
    private Map<String, long[]> counts = new HashMap<>();
    private boolean numeric = true;
    private int digits = 17;

    ValueTally(int windows) {
        this.windows = windows;
    }

    void add(int window, String value) {
        var known = counts.get(value);
        if (known == null) {
            known = unknown(value);
        }
        known[window]++;
    }

    /** Whether every value is a number, as far as there are any. */
    boolean numeric() {
        return numeric;
    }

    FeatureDistribution distribution(int window, long rows, boolean asNumbers) {
        return asNumbers ? numbers(window, rows) : categories(window, rows);
    }

    private long[] unknown(String value) {
        numeric &= value.equals(NOT_A_NUMBER) || number(value);
        if (counts.size() < MOST) {
            return counts.computeIfAbsent(
                    numeric && digits < 17 ? rounded(value) : value, ignored -> new long[windows]);
        }
        if (!numeric) {
            return counts.computeIfAbsent(OTHERS, ignored -> new long[windows]);
        }
        coarsen();
        return unknown(value);
    }

    private static boolean number(String value) {
        return NUMBER.matcher(value).matches() && Double.isFinite(Double.parseDouble(value));
    }

    private void coarsen() {
        digits = Math.min(digits, 6) - 1;
        var coarser = new HashMap<String, long[]>();
        counts.forEach((value, each) -> {
            var sum = coarser.computeIfAbsent(rounded(value), ignored -> new long[windows]);
            for (int window = 0; window < windows; window++) {
                sum[window] += each[window];
            }
        });
        counts = coarser;
    }

    private String rounded(String value) {
        return value.equals(NOT_A_NUMBER)
                ? value
                : new BigDecimal(value)
                        .round(new MathContext(Math.max(1, digits)))
                        .stripTrailingZeros()
                        .toString();
    }

    private NumericDistribution numbers(int window, long rows) {
        var sorted = new TreeMap<Double, Long>();
        counts.forEach((value, each) -> {
            if (each[window] > 0 && !value.equals(NOT_A_NUMBER)) {
                sorted.merge(Double.parseDouble(value) + 0.0, each[window], Long::sum); // -0.0 becomes 0.0
            }
        });
        var occurrences = sorted.values().stream().mapToLong(Long::longValue).toArray();
        long present = 0;
        for (long each : occurrences) {
            present += each;
        }
        return new NumericDistribution(
                sorted.keySet().stream().mapToDouble(Double::doubleValue).toArray(), occurrences, rows - present);
    }

    private CategoricalDistribution categories(int window, long rows) {
        var names = new TreeMap<String, Long>();
        long present = 0;
        for (var each : counts.entrySet()) {
            if (each.getValue()[window] > 0) {
                names.put(each.getKey(), each.getValue()[window]);
                present += each.getValue()[window];
            }
        }
        return new CategoricalDistribution(names, rows - present);
    }
}
