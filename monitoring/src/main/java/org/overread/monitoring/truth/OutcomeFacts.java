package org.overread.monitoring.truth;

import java.util.stream.Stream;
import org.overread.monitoring.estimate.Estimated;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

/**
 * Whether the outcomes that are known tell of all patients. That those of the flagged are known more often is a concern,
 * since no figure of known outcomes is then what it seems; that many are late is worth knowing, together with what
 * performance the scores let expect.
 */
final class OutcomeFacts {
    private static final double NEARLY_ALL = 0.95;

    private OutcomeFacts() {}

    /** @param estimated of the time since the reference window */
    static Stream<Fact> of(Estimated estimated) {
        var completeness = estimated.completeness();
        if (completeness.biased()) {
            return Stream.of(new Fact(Kind.OUTCOMES, Weight.CONCERN, completeness.warning()));
        }
        var known = completeness.share().value();
        return known == null
                        || known >= NEARLY_ALL
                        || !estimated.figures().get(Metric.AUROC).defined()
                ? Stream.empty()
                : Stream.of(new Fact(Kind.OUTCOMES, Weight.NOTE, estimated.sentence()));
    }
}
