package org.overread.monitoring.feedback;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/** Puts findings together from what is on record. It asks nobody for rights: {@link Findings} does. */
@ApplicationScoped
@Transactional
public class FindingBook {
    @Inject
    FeedbackLog log;

    @Inject
    ShownCards cards;

    /** The finding that this feedback is, whether it stands or was taken back; empty when it is none. */
    public Optional<Finding> find(UUID feedback) {
        return log.find(feedback).filter(GivenFeedback::severe).map(this::of);
    }

    /** The finding that severe feedback is. */
    Finding of(GivenFeedback severe) {
        return of(List.of(severe)).getFirst();
    }

    /** Every finding that stands and waits for an answer, also on an output that is not known; the oldest first. */
    public List<Finding> waiting() {
        return of(log.waiting(null)).stream()
                .filter(finding -> finding.state().waits())
                .toList();
    }

    /** Those that wait on a version, the oldest first. */
    public List<Finding> waiting(ModelVersionId version) {
        return of(log.waiting(version)).stream()
                .filter(finding -> finding.state().waits())
                .toList();
    }

    /** Whether an output of the version that a clinician called wrong waits for an answer. */
    public boolean calledWrong(ModelVersionId version) {
        return log.calledWrongWaits(version);
    }

    /** Those that stand on a version, at one site or at all, the oldest first. */
    public List<Finding> of(ModelVersionId version, @Nullable String site) {
        return of(log.severe(version, site));
    }

    /** Those that stand on an output. */
    List<Finding> on(UUID card) {
        return of(log.severeOn(card));
    }

    private List<Finding> of(List<GivenFeedback> severe) {
        if (severe.isEmpty()) {
            return List.of();
        }
        var known = cards.find(severe.stream().map(GivenFeedback::card).collect(toSet()));
        var replies = log.replies(severe.stream().map(GivenFeedback::id).toList());
        return severe.stream()
                .map(given -> new Finding(given, known.get(given.card()), replies.getOrDefault(given.id(), List.of())))
                .toList();
    }
}
