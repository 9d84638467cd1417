package org.overread.monitoring.evidence;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.stream.Stream;
import org.overread.monitoring.feedback.FeedbackTally;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.metric.Proportion;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateMetric;

/** What clinicians said, in the words of the gate: rates of the reviewed outputs with Wilson intervals, and counts. */
final class FeedbackFigures {
    private static final long SOME = 20;
    private static final long ENOUGH = 100;

    private FeedbackFigures() {}

    /**
     * @param unanswered severe findings nobody has answered
     */
    static Stream<Figure> of(FeedbackTally tally, long unanswered) {
        long reviewed = tally.reviewed();
        long wrong = tally.byReason().getOrDefault(OverrideReason.CLINICALLY_WRONG, 0L);
        return Stream.of(
                SmallCells.hides(reviewed)
                        ? hidden(GateMetric.REVIEWED_OUTPUTS)
                        : Figure.counted(GateMetric.REVIEWED_OUTPUTS, reviewed),
                rate(GateMetric.OVERRIDE_RATE, tally.overridden(), reviewed),
                rate(GateMetric.ACCEPTANCE_RATE, tally.accepted(), reviewed),
                rate(GateMetric.CLINICALLY_WRONG_RATE, wrong, reviewed),
                Figure.counted(GateMetric.UNANSWERED_SEVERE, unanswered));
    }

    /** How often each reason was given; small counts are hidden, with others where they would give them away. */
    static Map<String, Long> byReason(FeedbackTally tally) {
        return SmallCells.shownParts(tally.byReason()).entrySet().stream()
                .collect(toMap(part -> part.getKey().name(), Map.Entry::getValue));
    }

    private static Figure rate(GateMetric metric, long counted, long reviewed) {
        if (reviewed == 0) {
            return Figure.missing(metric, "no clinician has reviewed an output yet");
        }
        if (SmallCells.hides(reviewed)) {
            return hidden(metric);
        }
        var estimate = new Proportion(counted, reviewed).wilson("");
        return new Figure(
                metric,
                null,
                null,
                estimate.value(),
                estimate.low(),
                estimate.high(),
                reviewed,
                null,
                counted,
                tier(Math.min(counted, reviewed - counted)),
                null,
                estimate.method());
    }

    private static Figure hidden(GateMetric metric) {
        return new Figure(
                metric, null, null, null, null, null, null, null, null, Figure.Tier.SUPPRESSED, SmallCells.REASON);
    }

    /** By the rarer of the two answers, as the events of a group; the gate judges such a rate by its interval. */
    private static Figure.Tier tier(long rarer) {
        if (rarer < SOME) {
            return Figure.Tier.INSUFFICIENT;
        }
        return rarer < ENOUGH ? Figure.Tier.LOW_PRECISION : Figure.Tier.FULL;
    }
}
