package org.overread.monitoring.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.FeedbackTally;
import org.overread.monitoring.feedback.Findings;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.prediction.Predictions;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.gate.Evidence;
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
    Findings findings;

    @Inject
    FeedbackLog log;

    @Override
    public Evidence about(ModelVersionId version, @Nullable String site, Set<String> attributes, Instant at) {
        return evidence(version, site, attributes, at, null);
    }

    @Override
    public Evidence about(
            ModelVersionId version, @Nullable String site, Set<String> attributes, Instant at, PairOfEyes asking) {
        return evidence(version, site, attributes, at, asking);
    }

    private Evidence evidence(
            ModelVersionId version,
            @Nullable String site,
            Set<String> attributes,
            Instant at,
            @Nullable PairOfEyes asking) {
        var registered = catalog.version(PRODUCT, version);
        var scope = site != null && knownAt(registered, site) ? site : null;
        var tally = feedback.tally(PRODUCT, version, scope);
        var taken = taken(registered, scope, attributes, tally, at, asking);
        log.cite(taken.citedFeedbackIds(), version, tally.rests(), at);
        return taken;
    }

    /** The evidence as it would be taken now, of the same site as what is pinned. Nothing is kept of it. */
    Evidence live(Evidence pinned, Set<String> attributes, Instant at, PairOfEyes asking) {
        var version = pinned.version();
        var tally = feedback.tally(PRODUCT, version, pinned.site());
        return taken(catalog.version(PRODUCT, version), pinned.site(), attributes, tally, at, asking);
    }

    private Evidence taken(
            ModelVersion version,
            @Nullable String scope,
            Set<String> attributes,
            FeedbackTally tally,
            Instant at,
            @Nullable PairOfEyes asking) {
        return new Evidence(
                version.id(),
                version.digest(),
                scope,
                at,
                null,
                null,
                Stream.concat(
                                statistics(version, scope, attributes),
                                FeedbackFigures.of(tally, findings.blocking(version.id(), scope, asking)))
                        .toList(),
                FeedbackFigures.byReason(tally),
                tally.rests().size(),
                Digest.of(FeedbackFigures.cited(tally)));
    }

    /**
     * Whether anything is known of the version at the site itself. A version that has not been there yet is judged by
     * what is known of it everywhere, and the evidence says so by naming no site.
     */
    private boolean knownAt(ModelVersion version, String site) {
        return feedback.tally(PRODUCT, version.id(), site).shown() > 0
                || predictions.volume(version.id(), site).predictions() > 0;
    }

    private static boolean measurable(ModelVersion version) {
        return version.declared().threshold() != null;
    }

    private Stream<Figure> statistics(ModelVersion version, @Nullable String site, Set<String> attributes) {
        return measurable(version)
                ? StatisticFigures.of(evaluation(version, site, attributes))
                : StatisticFigures.without(
                        predictions.volume(version.id(), site), "this version declares no threshold to measure it at");
    }

    private Evaluation evaluation(ModelVersion version, @Nullable String site, Set<String> attributes) {
        var known = performance.attributes(PRODUCT, version.id());
        var by = attributes.stream().filter(known::contains).sorted().toList();
        return performance.of(PRODUCT, version.id(), new PerformanceQuestion(null, null, by, false, null, site));
    }
}
