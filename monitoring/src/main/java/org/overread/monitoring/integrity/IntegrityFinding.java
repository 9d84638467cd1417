package org.overread.monitoring.integrity;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as declared, counted over one batch. It never repeats a value of a single line.
 *
 * @param lines how many lines of the batch it concerns
 * @param firstLine the first of them, as {@link org.overread.monitoring.prediction.LineProblem} counts; null when it
 *     concerns the batch as a whole
 * @param medianBefore for a jump of scale: the usual median of earlier batches
 * @param medianNow for a jump of scale: the median of this batch
 */
public record IntegrityFinding(
        String feature,
        IntegrityKind kind,
        long lines,
        @Nullable Long firstLine,
        @Nullable Double medianBefore,
        @Nullable Double medianNow) {
    static IntegrityFinding of(String feature, IntegrityKind kind, LineCount count) {
        return new IntegrityFinding(feature, kind, count.lines(), count.first(), null, null);
    }
}
