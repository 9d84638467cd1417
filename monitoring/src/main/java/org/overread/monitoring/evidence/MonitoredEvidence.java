package org.overread.monitoring.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.FeedbackTally;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingBook;
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
    FeedbackLog log;

    @Override
    public Evidence about(EvidenceQuestion asked) {
        var registered = catalog.version(PRODUCT, asked.version());
        var site = asked.site();
        var scope = site != null && knownAt(registered, site) ? site : null;
        var seen = heard(asked.version(), scope, asked.from());
        var taken = taken(registered, scope, asked, seen);
        log.cite(taken.citedFeedbackIds(), asked.version(), seen.rests(), asked.at());
        return taken;
    }

    /** The evidence as it would be taken now, of the same site as what is pinned. Nothing is kept of it. */
    Evidence live(Evidence pinned, Set<String> attributes, @Nullable Instant from, Instant at, PairOfEyes asking) {
        var version = pinned.version();
        var asked = new EvidenceQuestion(version, pinned.site(), attributes, from, at, asking);
        return taken(catalog.version(PRODUCT, version), pinned.site(), asked, heard(version, pinned.site(), from));
    }

    /** What clinicians said: the tally of the window, and every severe finding that stands, whatever its date. */
    private record Heard(FeedbackTally tally, List<Finding> severe) {
        List<UUID> rests() {
            return Stream.concat(
                            tally.rests().stream(),
                            severe.stream().map(finding -> finding.feedback().id()))
                    .distinct()
                    .sorted(Comparator.comparing(UUID::toString))
                    .toList();
        }
    }

    private Heard heard(ModelVersionId version, @Nullable String scope, @Nullable Instant from) {
        return new Heard(feedback.tally(PRODUCT, version, scope, from), findings.of(version, scope));
    }

    private Evidence taken(ModelVersion version, @Nullable String scope, EvidenceQuestion asked, Heard heard) {
        long unanswered = heard.severe().stream()
                .filter(finding -> finding.blocks(asked.asking()))
                .count();
        var rests = heard.rests();
        return new Evidence(
                version.id(),
                version.digest(),
                scope,
                asked.at(),
                asked.from(),
                asked.at(),
                Stream.concat(statistics(version, scope, asked), FeedbackFigures.of(heard.tally(), unanswered))
                        .toList(),
                FeedbackFigures.byReason(heard.tally()),
                rests.size(),
                Digest.of(FeedbackFigures.cited(rests)));
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
