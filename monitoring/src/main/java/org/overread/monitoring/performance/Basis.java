package org.overread.monitoring.performance;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What figures were computed from.
 *
 * @param source where they come from
 * @param predictions how many there were; null when hidden
 */
public record Basis(Source source, @Nullable Long predictions) {
    /** The three ways of computing figures. */
    public enum Source {
        /** Every prediction in the window was read. */
        PREDICTIONS("computed exactly from %s"),
        /** The profiles of the days hold every distinct score, so nothing is lost. */
        EXACT_PROFILES("computed exactly from the daily profiles of %s"),
        /** The profiles hold neighbouring scores together. */
        PROFILES("computed from the daily profiles of %s, AUROC within 0.0001");

        private final String sentence;

        Source(String sentence) {
            this.sentence = sentence;
        }
    }

    /** Such as {@code computed exactly from 59,606 predictions}. */
    public String sentence() {
        return source.sentence.formatted(
                predictions == null ? "the predictions" : String.format(Locale.ROOT, "%,d predictions", predictions));
    }
}
