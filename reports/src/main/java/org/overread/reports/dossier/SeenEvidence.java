package org.overread.reports.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.Figure;
import org.overread.registry.promotion.Submission;

/**
 * The frozen evidence that the gate decided on and that people signed.
 *
 * @param digest as it was pinned
 * @param from the first instant of the window; null without a beginning
 * @param to until when what was known is covered; null in evidence from before that was said
 * @param covers the window in words
 * @param feedback how often each reason was given, without the small counts
 * @param citedFeedback how many pieces of feedback the figures rest on
 * @param citedFeedbackIds the digest over their ids
 */
public record SeenEvidence(
        String digest,
        Instant takenAt,
        @Nullable Instant from,
        @Nullable Instant to,
        String covers,
        List<ToldFigure> figures,
        List<Reason> feedback,
        long citedFeedback,
        String citedFeedbackIds) {
    public SeenEvidence {
        figures = List.copyOf(figures);
        feedback = List.copyOf(feedback);
    }

    /** How often clinicians gave a reason. */
    public record Reason(String code, String words, long count) {}

    static SeenEvidence of(Evidence evidence, Submission submission) {
        return new SeenEvidence(
                submission.evidenceDigest().hex(),
                evidence.takenAt(),
                evidence.from(),
                evidence.to(),
                evidence.covers(),
                evidence.figures().stream().map(ToldFigure::of).toList(),
                evidence.feedbackByReason().entrySet().stream()
                        .map(reason -> new Reason(reason.getKey(), words(reason.getKey()), reason.getValue()))
                        .toList(),
                evidence.citedFeedback(),
                evidence.citedFeedbackIds().hex());
    }

    private static String words(String code) {
        try {
            return OverrideReason.valueOf(code).display();
        } catch (IllegalArgumentException notOfThisList) {
            return code;
        }
    }

    /**
     * A figure as it may be told. A hidden one holds no number at all.
     *
     * @param metric by its name, such as {@code SENSITIVITY}
     * @param counted whether the value is a count and not a share or ratio
     * @param n the cases it rests on, its own denominator
     * @param restsOn what those are, such as {@code events}
     * @param cases all cases of the group whose outcome is known
     * @param reason why there is no value, or why it bears little
     * @param method how its interval was drawn; null when it has none or that was not told
     */
    public record ToldFigure(
            String metric,
            String title,
            String kind,
            boolean counted,
            @Nullable String attribute,
            @Nullable String group,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Long n,
            String restsOn,
            @Nullable Long cases,
            @Nullable Long events,
            String tier,
            @Nullable String reason,
            @Nullable String method) {

        static ToldFigure of(Figure exact) {
            var figure = exact.told();
            boolean hidden = figure.tier() == Figure.Tier.SUPPRESSED;
            return new ToldFigure(
                    figure.metric().name(),
                    figure.metric().title(),
                    figure.metric().kind().name(),
                    figure.metric().unit() == org.overread.registry.gate.GateMetric.Unit.COUNT,
                    figure.attribute(),
                    figure.group(),
                    hidden ? null : figure.value(),
                    hidden ? null : figure.low(),
                    hidden ? null : figure.high(),
                    hidden ? null : figure.n(),
                    figure.denominator(),
                    hidden ? null : figure.cases(),
                    hidden ? null : figure.events(),
                    figure.tier().name(),
                    hidden && figure.reason() == null
                            ? "hidden, because so few people could be recognised"
                            : figure.reason(),
                    hidden ? null : figure.method());
        }
    }
}
