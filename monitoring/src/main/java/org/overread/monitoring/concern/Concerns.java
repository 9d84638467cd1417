package org.overread.monitoring.concern;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
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
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.PersonId;
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
        var mine = findings.waiting(true).stream()
                .map(some -> fears(some, person.personId()))
                .filter(fears -> fears.count() > 0)
                .toList();
        var oldest = mine.stream()
                .flatMap(fears -> fears.waiting().stream())
                .sorted(Comparator.comparing(WaitingFinding::since))
                .limit(LISTED)
                .toList();
        return Stream.concat(oldest.stream(), byVersion(mine).stream().flatMap(some -> more(some, Set.copyOf(oldest))))
                .toList();
    }

    /** The concerns of one version beyond those that are told one by one, if there are any. */
    private static Stream<WaitingFinding> more(List<Fears> some, Set<WaitingFinding> told) {
        var oldest = some.stream().flatMap(fears -> fears.waiting().stream()).toList();
        long rest = some.stream().mapToLong(Fears::count).sum()
                - oldest.stream().filter(told::contains).count();
        return oldest.stream()
                .filter(waiting -> !told.contains(waiting))
                .min(Comparator.comparing(WaitingFinding::since))
                .map(waiting -> waiting.together(rest))
                .stream();
    }

    /** Of these concerns those that wait for this person: so many that those told one by one, and the next, are among them. */
    private Fears fears(Unanswered some, PersonId person) {
        var read = findings.waiting(some, null, LISTED + 1);
        var circles = new HashMap<Optional<PersonId>, Circle>();
        var waiting = read.stream()
                .map(finding -> told(
                        finding,
                        circles.computeIfAbsent(
                                Optional.ofNullable(finding.feedback().person()), _ -> this.circles.of(finding))))
                .filter(told -> told.circle().includes(person))
                .toList();
        boolean all = this.circles.of(some).includes(person);
        return new Fears(some.version(), waiting, waiting.size() + (all ? some.count() - read.size() : 0));
    }

    /**
     * The concerns in one place that wait for somebody.
     *
     * @param waiting the oldest of them
     * @param count how many there are; of more than are read, those that the person told are among them
     */
    private record Fears(@Nullable ModelVersionId version, List<WaitingFinding> waiting, long count) {}

    /** What this person's clinicians call wrong, each version in one line. */
    public List<WaitingFinding> calledWrong(Actor.Person person) {
        return findings.waiting(false).stream()
                .filter(some -> circle(some).includes(person.personId()))
                .collect(byVersion(Unanswered::version))
                .values()
                .stream()
                .flatMap(this::calledWrong)
                .sorted(Comparator.comparing(WaitingFinding::since))
                .toList();
    }

    private Stream<WaitingFinding> calledWrong(List<Unanswered> some) {
        long count = some.stream().mapToLong(Unanswered::count).sum();
        var first = some.getFirst();
        return findings.find(first.oldest()).stream()
                .map(finding -> told(finding, circle(first)).together(count));
    }

    /** Of a single output it is known who called it wrong. */
    private Circle circle(Unanswered some) {
        return some.count() > 1
                ? circles.of(some)
                : findings.find(some.oldest()).map(circles::of).orElseGet(() -> circles.of(some));
    }

    private WaitingFinding told(Finding oldest, Circle circle) {
        return new WaitingFinding(oldest, 1, modelName(oldest), circle);
    }

    private static Collection<List<Fears>> byVersion(List<Fears> mine) {
        return mine.stream().collect(byVersion(Fears::version)).values();
    }

    private static <T> Collector<T, ?, LinkedHashMap<Optional<ModelVersionId>, List<T>>> byVersion(
            Function<T, @Nullable ModelVersionId> version) {
        return groupingBy(each -> Optional.ofNullable(version.apply(each)), LinkedHashMap::new, toList());
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
