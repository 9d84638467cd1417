package org.overread.monitoring.drift;

/**
 * One bar of a drawing of two distributions over each other.
 *
 * @param label the category, or the range of values
 * @param reference values of the reference window in it
 * @param current values of the current window in it
 */
public record Bin(String label, long reference, long current) {
    /** The label of the bins that stand for few patients, together as one. */
    public static final String FEW = "few, together";
}
