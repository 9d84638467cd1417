package org.overread.monitoring.subgroup;

import java.util.List;

/**
 * Many predictions that were counted before, per slice and by steps of score, with few of their patients: what a cohort
 * shrinks to when its rows are not read again.
 */
public interface CountedCohort {
    /** Takes the counts of one step. */
    interface Taker {
        void take(int step, int events, int nonEvents, int unknown);
    }

    /** The distinct combinations of subgroup values. */
    List<Slice> dictionary();

    /** How many steps of score there are. */
    int steps();

    /** The score that stands for those of a step; ascending. */
    double score(int step);

    /** The lowest score that may lie in a step: every score of it is at or above, every one of lower steps below. */
    double floor(int step);

    /** Hands over the steps of a slice that have predictions, ascending. */
    void counts(int slice, Taker taker);

    /** Of the patients of a slice with this outcome at or above a score, as many as {@link SmallCells} asks for. */
    int[] patientsFrom(int slice, int outcome, double score);

    /** The same below a score. */
    int[] patientsBelow(int slice, int outcome, double score);

    /** The same of those whose outcome is not known. */
    int[] patientsUnknown(int slice);
}
