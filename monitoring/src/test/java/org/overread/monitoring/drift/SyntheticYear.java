package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.overread.monitoring.profile.CategoricalDistribution;
import org.overread.monitoring.profile.FeatureDistribution;
import org.overread.monitoring.profile.NumericDistribution;

/**
 * A reference window of half a year and twelve months after it, of 18 columns as a hospital's are: counts with many
 * zeros, skewed laboratory values, categories of 2 to 12 levels, columns that are mostly missing. Four of them may
 * drift: a count that goes up at once, a category that others turn into, a value that creeps up, and a column that
 * vanishes.
 */
final class SyntheticYear {
    static final int MONTHS = 12;
    static final List<String> DRIFTING = List.of("medications", "specialty", "creatinine", "payer");
    private static final int REFERENCE_ROWS = 18_000;
    private static final int MONTH_ROWS = 3_000;

    /** A column's value for a standard normal draw; numbers, or the index of a category. */
    private record Made(String name, boolean numeric, double missing, DoubleUnaryOperator value) {}

    private final SplittableRandom random;
    private final List<Made> columns = columns();
    private final boolean drifts;
    private final double step;
    private final double turned;
    private final double creep;
    private final double vanished;
    private final int since;

    SyntheticYear(long seed, boolean drifts) {
        random = new SplittableRandom(seed);
        this.drifts = drifts;
        step = random.nextDouble(0.15, 0.25);
        turned = random.nextDouble(0.06, 0.1);
        creep = random.nextDouble(0.2, 0.35);
        vanished = random.nextDouble(0.2, 0.5);
        since = random.nextInt(3, 8);
    }

    List<FeatureDistribution> reference() {
        return columns.stream().map(column -> draw(column, REFERENCE_ROWS, -1)).toList();
    }

    /** The columns of a month, counted from 0, beside the reference. */
    List<ColumnDrift> month(int month, List<FeatureDistribution> reference) {
        var compared = new ArrayList<ColumnDrift>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            compared.add(
                    ColumnDrift.of(Column.feature(column.name()), reference.get(i), draw(column, MONTH_ROWS, month)));
        }
        return compared;
    }

    private FeatureDistribution draw(Made column, int rows, int month) {
        boolean drifting = drifts && month >= 0 && DRIFTING.contains(column.name());
        double missing = column.missing() + (drifting ? vanishing(column, month) : 0);
        double shift = drifting ? shift(column, month) : 0;
        var values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = random.nextDouble() < missing
                    ? Double.NaN
                    : column.value().applyAsDouble(random.nextGaussian() + shift);
            if (drifting && column.name().equals("specialty") && month >= since && random.nextDouble() < turned) {
                values[i] = 1;
            }
        }
        var numbers = NumericDistribution.of(values);
        return column.numeric() ? numbers : categories(numbers);
    }

    private double shift(Made column, int month) {
        return switch (column.name()) {
            case "medications" -> month >= since ? step : 0;
            case "creatinine" -> creep * (month + 1) / MONTHS;
            default -> 0;
        };
    }

    private double vanishing(Made column, int month) {
        return column.name().equals("payer") && month >= since ? vanished * (month - since + 1) / (MONTHS - since) : 0;
    }

    private static CategoricalDistribution categories(NumericDistribution numbers) {
        var counts = new TreeMap<String, Long>();
        for (int i = 0; i < numbers.values().length; i++) {
            counts.put("level " + (int) numbers.values()[i], numbers.counts()[i]);
        }
        return new CategoricalDistribution(counts, numbers.missing());
    }

    private static List<Made> columns() {
        return List.of(
                new Made("days", true, 0, z -> Math.clamp(Math.round(Math.exp(1.3 + 0.6 * z)), 1, 14)),
                new Made("laboratory tests", true, 0, z -> Math.max(1, Math.round(43 + 20 * z))),
                new Made("medications", true, 0, z -> Math.max(1, Math.round(16 + 8 * z))),
                new Made("stays before", true, 0, z -> Math.max(0, Math.floor(Math.exp(z) - 1))),
                new Made("emergencies before", true, 0, z -> Math.max(0, Math.floor(Math.exp(1.2 * z) - 3))),
                new Made("diagnoses", true, 0, z -> Math.clamp(Math.round(7.4 + 2 * z), 1, 9)),
                new Made("weight", true, 0.97, z -> 25 * Math.round(7 + 2 * z)),
                new Made("creatinine", true, 0.02, z -> Math.exp(0.4 * z)),
                new Made("lactate", true, 0.7, z -> Math.exp(0.5 + 0.6 * z)),
                category("sex", 2, 0),
                category("a1c", 3, 0.87),
                category("glucose", 3, 0.985),
                category("source", 4, 0.01),
                category("discharge", 4, 0),
                category("diagnosis", 9, 0.001),
                category("specialty", 8, 0.49),
                category("insulin", 5, 0),
                category("payer", 12, 0.3));
    }

    /** Levels of which each is less frequent than the one before. */
    private static Made category(String name, int levels, double missing) {
        var cuts = IntStream.range(1, levels)
                .mapToDouble(level -> -0.3 + 2.2 * (level - 1) / levels)
                .toArray();
        return new Made(name, false, missing, z -> {
            int level = 0;
            while (level < cuts.length && z >= cuts[level]) {
                level++;
            }
            return level;
        });
    }
}
