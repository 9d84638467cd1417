package org.overread.monitoring.drift;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the rule to all columns of one window together. */
public final class Judging {
    /** One test that may speak, before correction. */
    private record Candidate(
            @Nullable Double effect,
            double limit,
            @Nullable Double pValue,
            @Nullable String undecided) {}

    private final DriftRule rule;

    private Judging(DriftRule rule) {
        this.rule = rule;
    }

    /** What the rule says of every column, in their order; more columns make each of them harder to call moved. */
    public static List<JudgedColumn> of(DriftRule rule, List<ColumnDrift> columns) {
        return new Judging(rule).judge(columns);
    }

    private List<JudgedColumn> judge(List<ColumnDrift> columns) {
        var candidates = new ArrayList<Candidate>();
        for (var column : columns) {
            candidates.add(values(column));
            candidates.add(missing(column));
        }
        var adjusted = Holm.adjust(candidates.stream()
                .filter(candidate -> candidate.undecided() == null)
                .mapToDouble(candidate -> candidate.pValue() == null ? 1 : candidate.pValue())
                .toArray());
        var movements = new ArrayList<Movement>();
        int next = 0;
        for (var candidate : candidates) {
            movements.add(candidate.undecided() == null ? movement(candidate, adjusted[next++]) : silent(candidate));
        }
        var judged = new ArrayList<JudgedColumn>();
        for (int i = 0; i < columns.size(); i++) {
            judged.add(new JudgedColumn(columns.get(i), movements.get(2 * i), movements.get(2 * i + 1)));
        }
        return judged;
    }

    private Movement movement(Candidate candidate, double adjusted) {
        boolean matters = candidate.effect() != null && candidate.effect() >= candidate.limit();
        return new Movement(
                matters && adjusted <= rule.alpha(),
                candidate.effect(),
                candidate.limit(),
                candidate.pValue(),
                adjusted,
                null);
    }

    private static Movement silent(Candidate candidate) {
        return Movement.undecided(
                candidate.effect(), candidate.limit(), candidate.pValue(), String.valueOf(candidate.undecided()));
    }

    private Candidate values(ColumnDrift drift) {
        var test = drift.shape().test();
        return new Candidate(
                drift.shape().effect().value(), limit(drift), test.pValue(), undecided(drift, test.reason()));
    }

    private double limit(ColumnDrift drift) {
        if (drift.column().kind() == Column.Kind.OUTCOME) {
            return rule.prevalence();
        }
        return drift.numeric() ? rule.kolmogorovSmirnov() : rule.totalVariation();
    }

    private @Nullable String undecided(ColumnDrift drift, @Nullable String reason) {
        long present = Math.min(drift.current().present(), drift.reference().present());
        if (present < rule.fewest()) {
            return "too few: " + present + " values in the "
                    + (present == drift.current().present() ? "current" : "reference") + " window, at least "
                    + rule.fewest() + " are needed";
        }
        return reason == null && late(drift) ? "too many outcomes of the current window are not known yet" : reason;
    }

    /** Events are often known before non-events, so a share of the known outcomes only is not compared. */
    private boolean late(ColumnDrift drift) {
        return drift.column().kind() == Column.Kind.OUTCOME
                && drift.current().missingRate() - drift.reference().missingRate() >= rule.missing();
    }

    private Candidate missing(ColumnDrift drift) {
        var test = drift.missing();
        long rows = Math.min(drift.current().total(), drift.reference().total());
        var effect = test.defined()
                ? Double.valueOf(Math.abs(
                        drift.current().missingRate() - drift.reference().missingRate()))
                : null;
        return new Candidate(
                effect,
                rule.missing(),
                test.pValue(),
                test.defined() && rows < rule.fewest() ? "too few: " + rows + " predictions" : test.reason());
    }
}
