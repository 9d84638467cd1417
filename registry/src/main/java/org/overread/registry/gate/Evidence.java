package org.overread.registry.gate;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;

/**
 * Everything that was known about a version at one moment: the frozen snapshot that the gate judges and people sign.
 *
 * @param versionDigest the digest of the version's declared content, as it was then
 * @param site the site it is about; null for all sites
 * @param from the first instant of the window the figures cover, by the policy; null without a beginning
 * @param to until when they cover what was known; null in evidence from before that was said
 * @param feedbackByReason how often each coded reason was given, without the small counts
 * @param citedFeedback how many pieces of feedback the figures rest on
 * @param citedFeedbackIds the digest that names them, see decision 142 of monitoring; of older evidence over their ids
 */
public record Evidence(
        ModelVersionId version,
        Digest versionDigest,
        @Nullable String site,
        Instant takenAt,
        @Nullable Instant from,
        @Nullable Instant to,
        List<Figure> figures,
        Map<String, Long> feedbackByReason,
        long citedFeedback,
        Digest citedFeedbackIds) {
    public Evidence {
        figures = List.copyOf(figures);
        feedbackByReason = Collections.unmodifiableMap(new TreeMap<>(feedbackByReason));
    }

    /** Which time the figures cover, in words. */
    public String covers() {
        return EvidenceWindow.words(from, to, takenAt);
    }

    /** The figures of one metric: of every group of the attribute, or of all cases when that is null. */
    public List<Figure> figures(GateMetric metric, @Nullable String attribute) {
        return figures.stream()
                .filter(figure -> figure.metric() == metric && figure.isOf(attribute))
                .toList();
    }
}
