package org.overread.monitoring.profile;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** The scores and outcomes of some windows side by side, in the same cells, each with the score that stands for it. */
public final class ScoreWindows {
    private static final String[] OUTCOMES = {"1", "0"};

    private final List<ScoreProfile> windows;
    private final ScoreProfile together;
    private final double[] scores;

    public ScoreWindows(List<ScoreProfile> windows) {
        this.windows = List.copyOf(windows);
        together = ScoreProfile.merged(windows);
        scores = together.means();
    }

    /** Whether any prediction has a score. */
    public boolean known() {
        return scores.length > 0;
    }

    /** Whether the outcome of any prediction with a score is known. */
    public boolean outcomesKnown() {
        var classes = classes(together);
        return classes[SliceScores.EVENT] + classes[SliceScores.NON_EVENT] > 0;
    }

    /** @param predictions all of the window; those without a score are missing */
    public NumericDistribution scores(int window, long predictions) {
        var counts = together.countsOf(windows.get(window));
        var filled = new double[counts.length];
        var found = new long[counts.length];
        var size = 0;
        for (var cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                filled[size] = scores[cell];
                found[size++] = counts[cell];
            }
        }
        var present = Arrays.stream(found).sum();
        return new NumericDistribution(Arrays.copyOf(filled, size), Arrays.copyOf(found, size), predictions - present);
    }

    /** @param predictions all of the window; those whose outcome is not known are missing */
    public CategoricalDistribution outcomes(int window, long predictions) {
        var classes = classes(windows.get(window));
        var counts = new TreeMap<String, Long>();
        var known = 0L;
        for (var kind = SliceScores.EVENT; kind <= SliceScores.NON_EVENT; kind++) {
            if (classes[kind] > 0) {
                counts.put(OUTCOMES[kind], classes[kind]);
                known += classes[kind];
            }
        }
        return new CategoricalDistribution(counts, predictions - known);
    }

    private static long[] classes(ScoreProfile profile) {
        var classes = new long[SliceScores.CLASSES];
        profile.slices().values().forEach(slice -> {
            for (var i = 0; i < slice.counts().length; i++) {
                classes[slice.places()[i] % SliceScores.CLASSES] += slice.counts()[i];
            }
        });
        return classes;
    }
}
