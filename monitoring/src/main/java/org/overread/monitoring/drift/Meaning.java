package org.overread.monitoring.drift;

import java.util.Comparator;
import org.overread.monitoring.profile.NumericDistribution;
import org.overread.monitoring.subgroup.SmallCells;

/** Says in one sentence what has become of a column. */
final class Meaning {
    private static final String REFERENCE = " in the reference window";

    private Meaning() {}

    static String of(JudgedColumn judged) {
        var drift = judged.drift();
        var name = name(judged.column());
        if (judged.missing().moved()) {
            return missing(name, drift) + (judged.values().moved() ? "; where it is there, it " + values(drift) : "")
                    + ".";
        }
        if (judged.values().moved()) {
            return judged.column().kind() == Column.Kind.OUTCOME ? prevalence(drift) : name + " " + values(drift) + ".";
        }
        var undecided = judged.values().undecided();
        return name + (undecided == null ? " looks as it did" + REFERENCE : " cannot be judged (" + undecided + ")")
                + ".";
    }

    private static String missing(String name, ColumnDrift drift) {
        var now = drift.missingNow();
        var then = drift.missingThen();
        return now == null || then == null
                ? "%s is missing more or less often than%s; how often is hidden, since it stands for few"
                        .formatted(name, REFERENCE)
                : "%s is missing in %s of rows, %s%s"
                        .formatted(name, Amounts.percent(now), Amounts.percent(then), REFERENCE);
    }

    private static String values(ColumnDrift drift) {
        return drift.reference() instanceof NumericDistribution then
                        && drift.current() instanceof NumericDistribution now
                ? numbers(drift, then, now)
                : category(drift);
    }

    private static String numbers(ColumnDrift drift, NumericDistribution then, NumericDistribution now) {
        var effect = drift.shape().effect().value();
        return "has a mean of %s, %s%s, and the distributions lie up to %s apart"
                .formatted(
                        Amounts.number(mean(now)),
                        Amounts.number(mean(then)),
                        REFERENCE,
                        Amounts.percent(effect == null ? 0 : effect));
    }

    private static String prevalence(ColumnDrift drift) {
        return drift.bins().stream()
                .filter(bin -> bin.label().equals("1"))
                .findFirst()
                .map(events -> "%s of the known outcomes are events, %s%s."
                        .formatted(
                                Amounts.percent(now(drift, events)), Amounts.percent(then(drift, events)), REFERENCE))
                .orElse("Events are more or less frequent than" + REFERENCE + ".");
    }

    /** The category whose share has changed most, of those that do not stand for few. */
    private static String category(ColumnDrift drift) {
        var most = drift.bins().stream()
                .filter(bin -> !bin.label().equals(Bin.FEW)
                        && !SmallCells.hides(bin.reference())
                        && !SmallCells.hides(bin.current()))
                .max(Comparator.comparingDouble(bin -> Math.abs(now(drift, bin) - then(drift, bin))));
        return most.map(bin -> "is “%s” in %s, %s%s"
                        .formatted(
                                bin.label(),
                                Amounts.percent(now(drift, bin)),
                                Amounts.percent(then(drift, bin)),
                                REFERENCE))
                .orElse("has other categories than" + REFERENCE);
    }

    /** The share of a bin in those that are drawn. */
    private static double now(ColumnDrift drift, Bin bin) {
        return (double) bin.current()
                / drift.bins().stream().mapToLong(Bin::current).sum();
    }

    private static double then(ColumnDrift drift, Bin bin) {
        return (double) bin.reference()
                / drift.bins().stream().mapToLong(Bin::reference).sum();
    }

    private static double mean(NumericDistribution distribution) {
        var values = distribution.values();
        var counts = distribution.counts();
        double total = distribution.present();
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += values[i] * (counts[i] / total);
        }
        return mean;
    }

    private static String name(Column column) {
        return switch (column.kind()) {
            case FEATURE -> column.name();
            case SCORE -> "The score";
            case OUTCOME -> "The outcome";
        };
    }
}
