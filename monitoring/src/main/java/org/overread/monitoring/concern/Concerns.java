package org.overread.monitoring.concern;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingBook;
import org.overread.monitoring.feedback.Unanswered;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.prediction.Predictions;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;

/**
 * What clinicians call harmful or wrong waits for named people: safety officers whose role reaches there, the model's
 * owner and its clinical owner. It is asked of what is on record each time, so nothing can be lost on the way to them.
 *
 * @see "monitoring/docs/decisions/136-a-concern-waits-for-named-people.md"
 */
@ApplicationScoped
@Transactional
public class Concerns {
    private static final Actor.Product PRODUCT = new Actor.Product("concerns");
    private static final int LISTED = 100;

    @Inject
    FindingBook findings;

    @Inject
    FeedbackLog log;

    @Inject
    Circles circles;

    @Inject
    Catalog catalog;

    @Inject
    Predictions predictions;

    @Inject
    AuditTrail audit;

    /**
     * What waits for this person: feared harm first, then outputs called wrong version by version; the oldest first. Beyond
     * the first {@value #LISTED} concerns those of one version are told together.
     */
    public List<WaitingFinding> waitingFor(Actor.Person person) {
        return Stream.concat(feared(person).stream(), calledWrong(person).stream())
                .toList();
    }

    /** What this person's clinicians fear. */
    public List<WaitingFinding> feared(Actor.Person person) {
        var mine = mine(person, true);
        var oldest = mine.stream()
                .flatMap(each -> each.waiting().stream().map(finding -> told(finding, 1, each)))
                .sorted(Comparator.comparing(WaitingFinding::since))
                .limit(LISTED)
                .toList();
        var told = oldest.stream().map(WaitingFinding::oldest).collect(toSet());
        return Stream.concat(oldest.stream(), byVersion(mine).stream().flatMap(some -> more(some, told)))
                .toList();
    }

    /** The concerns of one version beyond those that are told one by one, if there are any. */
    private Stream<WaitingFinding> more(List<Mine> some, Set<Finding> told) {
        var oldest = some.stream().flatMap(each -> each.waiting().stream()).toList();
        long rest = count(some) - oldest.stream().filter(told::contains).count();
        return oldest.stream()
                .filter(finding -> !told.contains(finding))
                .min(Comparator.comparing(finding -> finding.feedback().receivedAt()))
                .map(finding -> told(finding, rest, some.getFirst()))
                .stream();
    }

    /** What this person's clinicians call wrong, each version in one line. */
    public List<WaitingFinding> calledWrong(Actor.Person person) {
        return byVersion(mine(person, false)).stream()
                .flatMap(some -> findings.find(some.getFirst().some().oldest()).stream()
                        .map(finding -> told(finding, count(some), some.getFirst())))
                .sorted(Comparator.comparing(WaitingFinding::since))
                .toList();
    }

    private List<Mine> mine(Actor.Person person, boolean concern) {
        return findings.waiting(concern).stream()
                .map(some -> new Mine(some, circles.of(some)))
                .filter(mine -> mine.circle().includes(person.personId()))
                // of concerns so many are read that those told one by one, and the next, are among them
                .map(mine -> concern ? mine.with(findings.waiting(mine.some(), null, LISTED + 1)) : mine)
                .toList();
    }

    private WaitingFinding told(Finding oldest, long count, Mine mine) {
        return new WaitingFinding(oldest, count, modelName(oldest), mine.circle());
    }

    private static long count(List<Mine> some) {
        return some.stream().mapToLong(mine -> mine.some().count()).sum();
    }

    private static Collection<List<Mine>> byVersion(List<Mine> mine) {
        return mine.stream()
                .collect(groupingBy(each -> Optional.ofNullable(each.some().version()), LinkedHashMap::new, toList()))
                .values();
    }

    /** What waits in one place, and for whom; with the oldest of them where they are told one by one. */
    private record Mine(Unanswered some, Circle circle, List<Finding> waiting) {
        Mine(Unanswered some, Circle circle) {
            this(some, circle, List.of());
        }

        Mine with(List<Finding> oldest) {
            return new Mine(some, circle, oldest);
        }
    }

    /**
     * One finding for whoever may read feedback there, and for everybody it waits for. That it was read is on record.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_FOUND} when there is none, or the person may not see it
     */
    public FindingDetails finding(Actor.Person person, UUID feedback) {
        var finding = findings.find(feedback).orElseThrow(Concerns::none);
        var circle = circles.of(finding);
        boolean reads = person.may(Permission.READ_FEEDBACK, finding.place());
        if (!reads && !circle.includes(person.personId())) {
            throw none();
        }
        var version = finding.version();
        audit.append(
                person,
                Deed.of(
                        "finding.read",
                        "feedback",
                        feedback.toString(),
                        version == null ? null : version.model(),
                        "read a finding on " + (version == null ? "an unknown output" : version)));
        return new FindingDetails(
                finding,
                modelName(finding),
                prediction(finding),
                version == null
                        ? null
                        : catalog.version(PRODUCT, version).declared().threshold(),
                circle,
                !log.withdrawals(List.of(feedback)).isEmpty(),
                person.may(Permission.ANSWER_FINDINGS, finding.place()),
                version != null && (reads || person.may(Permission.GIVE_FEEDBACK, finding.place())));
    }

    private @Nullable String modelName(Finding finding) {
        var version = finding.version();
        return version == null ? null : catalog.model(PRODUCT, version.model()).name();
    }

    private @Nullable Prediction prediction(Finding finding) {
        var card = finding.card();
        return card == null ? null : card.shown(predictions.find(card.version(), List.of(card.predictionId())));
    }

    private static GovernanceException none() {
        return new GovernanceException(ErrorCode.NOT_FOUND, "There is no such finding.");
    }
}
