package org.overread.monitoring.drift;

import java.util.List;
import java.util.Locale;

/**
 * What the values of columns were counted from.
 *
 * @param source where they come from
 * @param predictions how many there were, in all periods
 * @param mostOfOnePatient for each period: no patient has more of its predictions than so many. Of n predictions that have
 *     something in common at least n divided by it are of different patients
 */
public record DriftBasis(Source source, long predictions, List<Long> mostOfOnePatient) {
    /** Of a version without predictions. */
    public static final DriftBasis NOTHING = new DriftBasis(Source.PREDICTIONS, 0, List.of());

    /** The two ways of counting. */
    public enum Source {
        /** Every prediction was read. */
        PREDICTIONS("counted from each of %,d predictions"),
        /**
         * Numbers lie in cells, the same in all periods; a text among very many numbers counts as missing, and very rare
         * categories are counted together.
         */
        PROFILES(
                "counted from the daily profiles of %,d predictions, where numbers are rounded to at most 512 steps of a"
                        + " column; the distance between two distributions is right within 0.005. Patients are not counted"
                        + " in them: a bin is shown where it has 11 times as many predictions as any one patient has");

        private final String sentence;

        Source(String sentence) {
            this.sentence = sentence;
        }
    }

    public DriftBasis {
        mostOfOnePatient = List.copyOf(mostOfOnePatient);
    }

    /** Such as {@code counted from each of 59,606 predictions}. */
    public String sentence() {
        return String.format(Locale.ROOT, source.sentence, predictions);
    }
}
