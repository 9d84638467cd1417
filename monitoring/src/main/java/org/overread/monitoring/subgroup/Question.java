package org.overread.monitoring.subgroup;

import java.util.List;
import java.util.Set;

/**
 * What is asked of a cohort.
 *
 * @param threshold flags scores at or above it, from 0 to 1
 * @param by the attributes to split by, in the order to show them
 * @param pairs whether to split by every two attributes together as well
 * @param bins of the calibration errors, at least 1
 */
public record Question(double threshold, List<String> by, boolean pairs, int bins) {
    /** How many bins calibration errors have when nobody says otherwise. */
    public static final int BINS = 10;

    public Question {
        by = List.copyOf(by);
        // written so that NaN fails it
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("the threshold must be from 0 to 1");
        }
        if (bins < 1) {
            throw new IllegalArgumentException("at least one bin is needed");
        }
        if (Set.copyOf(by).size() < by.size()) {
            throw new IllegalArgumentException("an attribute is named twice");
        }
    }

    public Question(double threshold, List<String> by, boolean pairs) {
        this(threshold, by, pairs, BINS);
    }
}
