package org.overread.monitoring.subgroup;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.overread.monitoring.metric.Stretch;

/**
 * Predictions counted per slice in the four cells of the 2 × 2 table and a fifth for unknown outcomes, and of each cell
 * the first {@value #ENOUGH} distinct patients: more is not needed to tell who is too few, also for any union.
 */
final class Tally {
    static final int ENOUGH = 11;
    static final int TRUE_POSITIVE = 1;
    static final int FALSE_POSITIVE = 2;
    static final int FALSE_NEGATIVE = 4;
    static final int TRUE_NEGATIVE = 8;
    static final int EVENTS = TRUE_POSITIVE | FALSE_NEGATIVE;
    static final int NON_EVENTS = FALSE_POSITIVE | TRUE_NEGATIVE;
    static final int ALL = 31;
    private static final int CELLS = 5;

    private final long[] counts;
    private final byte[] known;
    private final long[] patients;

    private Tally(int slices) {
        counts = new long[slices * CELLS];
        known = new byte[slices * CELLS];
        patients = new long[slices * CELLS * ENOUGH];
    }

    static Tally of(Cohort cohort, double threshold) {
        return Stretch.over(cohort.size)
                .map(stretch -> count(cohort, threshold, stretch))
                .reduce(Tally::plus)
                .orElseThrow();
    }

    private static Tally count(Cohort cohort, double threshold, Stretch stretch) {
        var tally = new Tally(cohort.dictionary().size());
        for (var row = stretch.from(); row < stretch.to(); row++) {
            var place = cohort.slices[row] * CELLS + cell(cohort.outcomes[row], cohort.scores[row] >= threshold);
            tally.counts[place]++;
            if (tally.known[place] < ENOUGH) {
                tally.remember(place, cohort.patients[row]);
            }
        }
        return tally;
    }

    private Tally plus(Tally other) {
        for (var place = 0; place < counts.length; place++) {
            counts[place] += other.counts[place];
            for (var i = 0; i < other.known[place] && known[place] < ENOUGH; i++) {
                remember(place, other.patients[place * ENOUGH + i]);
            }
        }
        return this;
    }

    /** Steps of score are flagged as a whole, and so are the patients in them. */
    static Tally of(CountedCohort cohort, double threshold) {
        var tally = new Tally(cohort.dictionary().size());
        var from = StepRows.flaggedFrom(cohort, threshold);
        for (var slice = 0; slice < cohort.dictionary().size(); slice++) {
            var place = slice * CELLS;
            cohort.counts(slice, (step, events, nonEvents, unknown) -> {
                var flagged = cohort.score(step) >= threshold;
                tally.counts[place + cell((byte) 1, flagged)] += events;
                tally.counts[place + cell((byte) 0, flagged)] += nonEvents;
                tally.counts[place + cell(Cohort.UNKNOWN, flagged)] += unknown;
            });
            for (var outcome = 0; outcome <= 1; outcome++) {
                tally.remember(place + cell((byte) outcome, true), cohort.patientsFrom(slice, outcome, from));
                tally.remember(place + cell((byte) outcome, false), cohort.patientsBelow(slice, outcome, from));
            }
            tally.remember(place + cell(Cohort.UNKNOWN, false), cohort.patientsUnknown(slice));
        }
        return tally;
    }

    /** How many predictions of these slices lie in these cells. */
    long predictions(BitSet slices, int cells) {
        return places(slices, cells).mapToLong(place -> counts[place]).sum();
    }

    /** How many distinct patients they come from, counted up to {@value #ENOUGH}. */
    int patients(BitSet slices, int cells) {
        var seen = new long[ENOUGH];
        var distinct = 0;
        for (var place : places(slices, cells).toArray()) {
            for (var i = 0; i < known[place] && distinct < ENOUGH; i++) {
                var patient = patients[place * ENOUGH + i];
                if (!contains(seen, 0, distinct, patient)) {
                    seen[distinct++] = patient;
                }
            }
        }
        return distinct;
    }

    private void remember(int place, long patient) {
        var from = place * ENOUGH;
        if (!contains(patients, from, known[place], patient)) {
            patients[from + known[place]++] = patient;
        }
    }

    private void remember(int place, int[] some) {
        for (var i = 0; i < some.length && known[place] < ENOUGH; i++) {
            remember(place, (long) some[i]);
        }
    }

    private static boolean contains(long[] some, int from, int length, long wanted) {
        for (var i = from; i < from + length; i++) {
            if (some[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    private static int cell(byte outcome, boolean flagged) {
        if (outcome == Cohort.UNKNOWN) {
            return 4;
        }
        return (outcome == 1 ? 0 : 1) + (flagged ? 0 : 2);
    }

    private static IntStream places(BitSet slices, int cells) {
        return slices.stream()
                .flatMap(slice -> IntStream.range(0, CELLS)
                        .filter(cell -> (cells >> cell & 1) == 1)
                        .map(cell -> slice * CELLS + cell));
    }
}
