package org.overread.monitoring.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.overread.monitoring.subgroup.CountedCohort;
import org.overread.monitoring.subgroup.Slice;

/** A profile as the cohort that figures are computed from: the mean of each cell's scores stands for all of them. */
public final class WindowScores implements CountedCohort {
    /**
     * Of the pairs of an event and a non-event, the most whose order is not known. Within a cell they are nearly in
     * balance, so the area is off by well under a hundredth of that share.
     */
    private static final double MOST_UNTOLD = 0.02;

    private final ScoreProfile profile;
    private final double[] scores;
    private final SliceScores[] slices;
    private final List<Slice> dictionary;

    /**
     * @param values the combination of subgroup values that a number of the profile stands for
     */
    public WindowScores(ScoreProfile profile, Map<Integer, Map<String, String>> values) {
        this.profile = profile;
        this.scores = profile.means();
        this.slices = profile.slices().values().toArray(SliceScores[]::new);
        this.dictionary = profile.slices().keySet().stream()
                .map(key -> new Slice(Objects.requireNonNull(values.get(key))))
                .toList();
    }

    /** Whether every distinct score is still told apart. */
    public boolean exact() {
        return profile.exact();
    }

    /** How many counts it holds. */
    public long weight() {
        return Arrays.stream(slices).mapToLong(slice -> slice.counts().length).sum();
    }

    /**
     * Whether figures of all predictions together keep the accuracy that is promised. A score that very many have in
     * common does no harm; very many different scores in one cell do, since nothing is known of their order.
     */
    public boolean fineEnough() {
        var events = new long[scores.length];
        var nonEvents = new long[scores.length];
        for (var slice = 0; slice < slices.length; slice++) {
            counts(slice, (step, more, moreNot, unknown) -> {
                events[step] += more;
                nonEvents[step] += moreNot;
            });
        }
        var pairs =
                (double) Arrays.stream(events).sum() * Arrays.stream(nonEvents).sum();
        var untold = 0.0;
        for (var step = 0; step < scores.length; step++) {
            untold += profile.single(step) ? 0 : (double) events[step] * nonEvents[step];
        }
        return untold <= MOST_UNTOLD * pairs;
    }

    @Override
    public List<Slice> dictionary() {
        return dictionary;
    }

    @Override
    public int steps() {
        return scores.length;
    }

    @Override
    public double score(int step) {
        return scores[step];
    }

    @Override
    public double floor(int step) {
        return profile.floor(step);
    }

    @Override
    public void counts(int slice, Taker taker) {
        var places = slices[slice].places();
        var counts = slices[slice].counts();
        for (var i = 0; i < places.length; ) {
            var step = places[i] / SliceScores.CLASSES;
            var first = step * SliceScores.CLASSES;
            int events = 0;
            int nonEvents = 0;
            int unknown = 0;
            for (; i < places.length && places[i] < first + SliceScores.CLASSES; i++) {
                switch (places[i] - first) {
                    case SliceScores.EVENT -> events = counts[i];
                    case SliceScores.NON_EVENT -> nonEvents = counts[i];
                    default -> unknown = counts[i];
                }
            }
            taker.take(step, events, nonEvents, unknown);
        }
    }

    @Override
    public int[] patientsFrom(int slice, int outcome, double score) {
        return slices[slice].highest()[SliceScores.classOf(outcome)].patients(found -> found >= score);
    }

    @Override
    public int[] patientsBelow(int slice, int outcome, double score) {
        return slices[slice].lowest()[SliceScores.classOf(outcome)].patients(found -> found < score);
    }

    @Override
    public int[] patientsUnknown(int slice) {
        return slices[slice].highest()[SliceScores.UNKNOWN].patients(found -> true);
    }
}
