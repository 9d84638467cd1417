package org.overread.monitoring.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Citations;
import org.overread.monitoring.feedback.CountedFeedback;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackDay;
import org.overread.monitoring.feedback.FindingBook;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.prediction.Predictions;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.registry.Actor;
import org.overread.registry.PairOfEyes;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.EvidenceQuestion;
import org.overread.registry.gate.EvidenceSource;
import org.overread.registry.gate.Figure;

/**
 * Answers the gate from what was sent of a version and what clinicians said of it. Small groups are hidden before the
 * gate sees them; what cannot be computed is a figure without a value that says why. The feedback it rests on is
 * remembered under the digest of its ids, so that the clinicians can be told what came of it.
 */
@ApplicationScoped
@Transactional
public class MonitoredEvidence implements EvidenceSource {
    private static final Actor.Product PRODUCT = new Actor.Product("evidence");

    @Inject
    Catalog catalog;

    @Inject
    Performance performance;

    @Inject
    Predictions predictions;

    @Inject
    Feedback feedback;

    @Inject
    FindingBook findings;

    @Inject
    Citations citations;

    @Override
    public Evidence about(EvidenceQuestion asked) {
        var registered = catalog.version(PRODUCT, asked.version());
        var site = asked.site();
        var scope = site != null && knownAt(registered, site) ? site : null;
        var counted =
                feedback.cited(PRODUCT, asked.version(), scope, asked.from()).and(inTheWayBefore(asked, scope, true));
        citations.cite(asked.version(), counted, asked.at());
        return taken(registered, scope, asked, counted);
    }

    /** The evidence as it would be taken now, of the same site as what is pinned. Nothing is kept of it. */
    Evidence live(Evidence pinned, Set<String> attributes, @Nullable Instant from, Instant at, PairOfEyes asking) {
        var version = pinned.version();
        var asked = new EvidenceQuestion(version, pinned.site(), attributes, from, at, asking);
        var counted = feedback.counted(PRODUCT, version, pinned.site(), from)
                .and(inTheWayBefore(asked, pinned.site(), false));
        return taken(catalog.version(PRODUCT, version), pinned.site(), asked, counted);
    }

    /** What was said before the window and stands in the way: it is cited by name as all that counts. */
    private List<FeedbackDay> inTheWayBefore(EvidenceQuestion asked, @Nullable String scope, boolean forGood) {
        return findings.blockingBefore(asked.version(), scope, asked.asking(), asked.from(), forGood);
    }

    /** The tally is of the window; severe findings in the way count whatever their date. */
    private Evidence taken(
            ModelVersion version, @Nullable String scope, EvidenceQuestion asked, CountedFeedback counted) {
        var tally = counted.tally();
        long inTheWay = findings.blocking(version.id(), scope, asked.asking());
        return new Evidence(
                version.id(),
                version.digest(),
                scope,
                asked.at(),
                asked.from(),
                asked.at(),
                Stream.concat(statistics(version, scope, asked), FeedbackFigures.of(tally, inTheWay))
                        .toList(),
                FeedbackFigures.byReason(tally),
                counted.pieces(),
                counted.digest());
    }

    /**
     * Whether anything is known of the version at the site itself. A version that has not been there yet is judged by
     * what is known of it everywhere, and the evidence says so by naming no site.
     */
    private boolean knownAt(ModelVersion version, String site) {
        return feedback.tally(PRODUCT, version.id(), site).shown() > 0
                || predictions.volume(version.id(), site, null).predictions() > 0;
    }

    private static boolean measurable(ModelVersion version) {
        return version.declared().threshold() != null;
    }

    private Stream<Figure> statistics(ModelVersion version, @Nullable String site, EvidenceQuestion asked) {
        return measurable(version)
                ? StatisticFigures.of(evaluation(version, site, asked))
                : StatisticFigures.without(
                        predictions.volume(version.id(), site, asked.from()),
                        "this version declares no threshold to measure it at");
    }

    /** No end is asked for: up to now is all there is, and figures of the same window are computed once. */
    private Evaluation evaluation(ModelVersion version, @Nullable String site, EvidenceQuestion asked) {
        var known = performance.attributes(PRODUCT, version.id());
        var by = asked.attributes().stream().filter(known::contains).sorted().toList();
        return performance.of(
                PRODUCT, version.id(), new PerformanceQuestion(asked.from(), null, by, false, null, site));
    }
}
