package org.overread.monitoring.evidence;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.alert.AlertLog;
import org.overread.monitoring.alert.Severity;
import org.overread.monitoring.feedback.Citations;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingBook;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.ChangeSource;
import org.overread.registry.gate.Evidence;

/**
 * Tells the gate what has happened to a version since its evidence was taken. Whether a finding is new is told by the
 * feedback that the evidence rests on, not by the clock: what was on its way when the evidence was taken is new, too.
 */
@ApplicationScoped
@Transactional
public class MonitoredChanges implements ChangeSource {
    @Inject
    MonitoredEvidence evidence;

    @Inject
    FindingBook findings;

    @Inject
    Citations citations;

    @Inject
    AlertLog alerts;

    @Inject
    EasedWatch watch;

    @Inject
    InstantSource clock;

    /** Everything said of a version puts a clock on it in the same transaction, and so passes by its alerts. */
    @Override
    public void hold(ModelVersionId version) {
        alerts.lock(version);
    }

    @Override
    public List<Change> since(Evidence pinned, PairOfEyes asking) {
        var eased = watch.by(asking, pinned.version(), pinned.takenAt(), clock.instant());
        return Stream.of(findings(pinned, asking), openAlerts(pinned), eased)
                .flatMap(changes -> changes)
                .toList();
    }

    @Override
    public Evidence live(Evidence pinned, Set<String> attributes, @Nullable Instant from, PairOfEyes asking) {
        return evidence.live(pinned, attributes, from, clock.instant(), asking);
    }

    private Stream<Change> findings(Evidence pinned, PairOfEyes asking) {
        var digest = pinned.citedFeedbackIds();
        var candidates = findings.since(pinned.version(), pinned.site(), digest, pinned.takenAt());
        var restsOn = citations
                .cited(
                        List.of(digest),
                        candidates.stream()
                                .map(finding -> finding.feedback().id())
                                .toList())
                .getOrDefault(digest, Set.of());
        return candidates.stream()
                .filter(finding -> isNew(finding, pinned, restsOn, asking) || standsAgain(finding, pinned, asking))
                .sorted(comparing(finding -> finding.feedback().receivedAt()))
                .map(finding -> told(finding, asking));
    }

    /** Evidence of one site does not rest on what was told elsewhere; of that, only what came later is new. */
    private static boolean isNew(Finding finding, Evidence pinned, Set<UUID> restsOn, PairOfEyes asking) {
        return pinned.site() == null || pinned.site().equals(finding.place().site())
                ? !restsOn.contains(finding.feedback().id()) && !wasOutOfTheWay(finding, pinned, asking)
                : !finding.feedback().receivedAt().isBefore(pinned.takenAt());
    }

    /** From before the window the evidence rests on what stood in the way only, and not on what was cleared already. */
    private static boolean wasOutOfTheWay(Finding finding, Evidence pinned, PairOfEyes asking) {
        var card = finding.card();
        var from = pinned.from();
        return from != null && card != null && card.shownAt().isBefore(from) && !blockedThen(finding, pinned, asking);
    }

    private static boolean blockedThen(Finding finding, Evidence pinned, PairOfEyes asking) {
        var then = finding.replies().stream()
                .filter(reply -> !reply.at().isAfter(pinned.takenAt()))
                .toList();
        return new Finding(finding.feedback(), finding.card(), then).blocks(asking);
    }

    /** What was cleared when the evidence was taken, and was decided otherwise since. */
    private static boolean standsAgain(Finding finding, Evidence pinned, PairOfEyes asking) {
        return finding.blocks(asking) && !blockedThen(finding, pinned, asking);
    }

    private static Change told(Finding finding, PairOfEyes asking) {
        var given = finding.feedback();
        return new Change.SevereFinding(
                given.id(),
                finding.concern(),
                given.receivedAt(),
                finding.place().site(),
                finding.blocks(asking));
    }

    private Stream<Change> openAlerts(Evidence pinned) {
        return alerts.open(pinned.version()).stream()
                .sorted(comparing(AlertFile::raisedAt))
                .map(file -> new Change.OpenAlert(
                        file.id(), file.title(), file.severity() == Severity.ALERT, file.raisedAt()));
    }
}
