package org.overread.monitoring.metric;

/**
 * One point of a reliability curve.
 *
 * @param n labelled predictions in the bin, at least 1
 * @param meanScore what was promised
 * @param observed the share of events that came
 */
public record ReliabilityBin(long n, double meanScore, double observed) {
    double gap() {
        return Math.abs(meanScore - observed);
    }
}
