package org.overread.monitoring.drift;

/**
 * A column of one window with what the rule says of it.
 *
 * @param values of the values that are there
 * @param missing of how many are not
 */
public record JudgedColumn(ColumnDrift drift, Movement values, Movement missing) {
    public Column column() {
        return drift.column();
    }

    public boolean moved() {
        return values.moved() || missing.moved();
    }

    /** How far it moved in multiples of the limits, for ranking; 0 when nothing can be said. */
    public double distance() {
        return Math.max(distance(values), distance(missing));
    }

    private static double distance(Movement movement) {
        return movement.effect() == null || movement.undecided() != null ? 0 : movement.effect() / movement.limit();
    }

    /**
     * The same as it may be told: no count that stands for few patients is told, or can be worked out of what is. Whether
     * it moved stays as judged.
     */
    public JudgedColumn shown(PatientBins reference, PatientBins current) {
        return told(FewHidden.of(drift, reference, current));
    }

    /** The same without how many are missing. */
    JudgedColumn withoutMissing() {
        return told(drift.withoutMissing());
    }

    private JudgedColumn told(ColumnDrift shown) {
        return shown == drift
                ? this
                : new JudgedColumn(
                        shown,
                        values.told(shown.shape().effect().value(), shown.missingFew()),
                        shown.missingFew() ? missing.hidden() : missing);
    }

    /** One sentence on what it means. */
    public String meaning() {
        return Meaning.of(this);
    }
}
