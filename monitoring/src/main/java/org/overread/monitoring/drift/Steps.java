package org.overread.monitoring.drift;

import org.overread.monitoring.profile.NumericDistribution;

/** Walks over the values of two distributions in ascending order and tells how far apart their shares are so far. */
final class Steps {
    private final double[] references;
    private final double[] currents;
    private final long[] referenceCounts;
    private final long[] currentCounts;
    private final double referenceTotal;
    private final double currentTotal;
    private int reference;
    private int current;
    private long referenceBelow;
    private long currentBelow;
    private double value;

    /** Both have at least one value. */
    Steps(NumericDistribution reference, NumericDistribution current) {
        references = reference.values();
        currents = current.values();
        referenceCounts = reference.counts();
        currentCounts = current.counts();
        referenceTotal = reference.present();
        currentTotal = current.present();
    }

    /** Goes to the next value of either; false after the last. */
    boolean next() {
        if (reference == references.length && current == currents.length) {
            return false;
        }
        value = Math.min(peek(references, reference), peek(currents, current));
        if (peek(references, reference) == value) {
            referenceBelow += referenceCounts[reference++];
        }
        if (peek(currents, current) == value) {
            currentBelow += currentCounts[current++];
        }
        return true;
    }

    double value() {
        return value;
    }

    /** The share of the reference at or below the value, minus that of the other. */
    double gap() {
        return referenceBelow / referenceTotal - currentBelow / currentTotal;
    }

    private static double peek(double[] values, int index) {
        return index < values.length ? values[index] : Double.POSITIVE_INFINITY;
    }
}
