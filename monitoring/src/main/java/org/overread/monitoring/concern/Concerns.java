package org.overread.monitoring.concern;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingBook;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.prediction.Predictions;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.Place;
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

    /** What waits for this person: feared harm first, then outputs called wrong version by version; the oldest first. */
    public List<WaitingFinding> waitingFor(Actor.Person person) {
        var known = new HashMap<Whose, Circle>();
        var mine = findings.waiting().stream()
                .filter(finding -> known.computeIfAbsent(Whose.of(finding), _ -> circles.of(finding))
                        .includes(person.personId()))
                .toList();
        var wrong = mine.stream()
                .filter(finding -> !finding.concern())
                .collect(groupingBy(Concerns::subject, LinkedHashMap::new, toList()));
        return Stream.concat(
                        mine.stream().filter(Finding::concern).map(List::of),
                        wrong.values().stream()
                                .sorted(Comparator.comparing(
                                        some -> some.getFirst().feedback().receivedAt())))
                .map(some -> new WaitingFinding(
                        some.getFirst(),
                        some.size(),
                        modelName(some.getFirst()),
                        known.getOrDefault(Whose.of(some.getFirst()), circles.of(some.getFirst()))))
                .toList();
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

    /** Who it waits for depends on nothing else. */
    private record Whose(Place place, @Nullable ModelVersionId version) {
        static Whose of(Finding finding) {
            return new Whose(finding.place(), finding.version());
        }
    }

    /** What outputs called wrong are told together by. */
    private record Subject(@Nullable ModelVersionId version) {}

    private static Subject subject(Finding finding) {
        return new Subject(finding.version());
    }

    private static GovernanceException none() {
        return new GovernanceException(ErrorCode.NOT_FOUND, "There is no such finding.");
    }
}
