package org.overread.monitoring.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.AlertDuty;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckKind;
import org.overread.monitoring.check.CheckState;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingBook;
import org.overread.monitoring.feedback.FindingNews;
import org.overread.monitoring.feedback.Reply;
import org.overread.monitoring.feedback.Unanswered;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;

/**
 * Puts a clock on what clinicians said. A safety concern is an alert of its own, which ends with its answer or its
 * withdrawal; outputs called wrong are many, so one alert for each version speaks of all that wait. It happens in the
 * transaction of what was said; whoever finds that an alert is missing may follow again, which changes nothing else.
 *
 * @see "monitoring/docs/decisions/136-a-concern-waits-for-named-people.md"
 */
@ApplicationScoped
@Transactional
public class ConcernAlerts implements FindingNews {
    private static final Actor.Product PRODUCT = new Actor.Product("concerns");
    private static final int AT_A_TIME = 500;
    private static final String KEY = "concern:";
    private static final String WRONG = KEY + "called-wrong";
    private static final String TAKEN_BACK = "Who said it has taken it back.";

    @Inject
    FindingBook findings;

    @Inject
    Circles circles;

    @Inject
    Alerts alerts;

    /** The finding an alert is about; empty when it is about none, or about all that wait of a version. */
    public static Optional<UUID> finding(AlertFile alert) {
        return alert.kind() == CheckKind.CONCERN && !alert.check().equals(WRONG)
                ? Optional.of(UUID.fromString(alert.check().substring(KEY.length())))
                : Optional.empty();
    }

    @Override
    public void changed(Finding finding) {
        follow(finding, finding.decision().map(ConcernAlerts::words).orElse(""));
    }

    @Override
    public void withdrawn(Finding finding) {
        follow(finding, TAKEN_BACK);
    }

    /** The versions of which something waits. */
    public List<ModelVersionId> waiting() {
        return findings.waiting().stream()
                .flatMap(some -> Stream.ofNullable(some.version()))
                .distinct()
                .toList();
    }

    /** Raises what is missing for all that waits of a version: one version at a time, as each is locked meanwhile. */
    public void catchUp(ModelVersionId version) {
        var known = alerts.openChecks(version);
        for (var some : findings.waiting(version)) {
            if (some.concern()) {
                catchUp(some, known);
            } else if (!known.contains(WRONG)) {
                findings.find(some.oldest()).ifPresent(this::changed);
            }
        }
    }

    private void catchUp(Unanswered concerns, Set<String> known) {
        @Nullable Finding last = null;
        for (var page = findings.waiting(concerns, last, AT_A_TIME);
                !page.isEmpty();
                page = findings.waiting(concerns, last, AT_A_TIME)) {
            page.stream()
                    .filter(finding -> !known.contains(KEY + finding.feedback().id()))
                    .forEach(this::changed);
            last = page.getLast();
        }
    }

    /** @param over why it is over, if it is */
    private void follow(Finding finding, String over) {
        var version = finding.version();
        if (version == null) {
            return;
        }
        if (finding.concern()) {
            boolean waits = finding.state().waits() && !over.equals(TAKEN_BACK);
            var duty = duty(finding.place().site(), circles.of(finding));
            alerts.follow(PRODUCT, version, duty, List.of(concern(finding, waits, over)));
        } else {
            boolean waits = finding.state().waits() && !over.equals(TAKEN_BACK) || findings.calledWrong(version);
            var duty = duty(null, circles.of(version.model()));
            alerts.follow(PRODUCT, version, duty, List.of(calledWrong(waits, over)));
        }
    }

    private static Check concern(Finding finding, boolean waits, String over) {
        var site = finding.place().site();
        return Check.of(
                KEY + finding.feedback().id(),
                CheckKind.CONCERN,
                "Safety concern of a clinician" + (site == null ? "" : " at " + site),
                waits ? CheckState.ALERT : CheckState.OK,
                waits ? "A clinician says that an output could harm. It waits for an answer." : over);
    }

    private static Check calledWrong(boolean waits, String over) {
        return Check.of(
                WRONG,
                CheckKind.CONCERN,
                "Outputs called clinically incorrect",
                waits ? CheckState.WARNING : CheckState.OK,
                waits
                        ? "Clinicians call outputs clinically incorrect. They wait for an answer."
                        : "None waits any more. The last: " + over);
    }

    private static String words(Reply decision) {
        return "%s: %s".formatted(decision.byName(), decision.came());
    }

    private static AlertDuty duty(@Nullable String site, Circle circle) {
        return new AlertDuty(
                site,
                circle.owner(),
                circle.deputy(),
                "Look into it, stop the version if patients may come to harm, and answer the clinician.",
                "Look into each, and answer the clinicians.");
    }
}
