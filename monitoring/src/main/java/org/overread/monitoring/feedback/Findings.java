package org.overread.monitoring.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.phi.PhiKind;
import org.overread.registry.phi.PhiScan;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;

/** Shows what clinicians call wrong or harmful, and lets those who answer for the model answer it. */
@ApplicationScoped
@Transactional
public class Findings {
    private static final int LONGEST = 2_000;

    @Inject
    FeedbackLog log;

    @Inject
    ShownCards cards;

    @Inject
    Catalog catalog;

    @Inject
    AuditTrail audit;

    @Inject
    InstantSource clock;

    /** The version's severe findings that stand, open ones first, then the newest. That they were read is on record. */
    public List<Finding> of(Actor actor, ModelVersionId version) {
        var place = catalog.modelFor(actor, Permission.READ_FEEDBACK, version.model())
                .place();
        var findings = severe(version, null).stream()
                .filter(finding -> actor.may(
                        Permission.READ_FEEDBACK, place.at(finding.card().site())))
                .toList();
        audit.append(
                actor,
                Deed.of(
                        "findings.read",
                        "model-version",
                        version.toString(),
                        version.model(),
                        "read %d severe findings on %s".formatted(findings.size(), version)));
        return findings;
    }

    /**
     * Answers a finding; its giver is told under <em>My feedback</em>.
     *
     * @throws GovernanceException when there is no such finding, the actor may not answer it, or the text is missing or
     *     holds an identifier
     */
    public Reply answer(Actor actor, UUID feedback, @Nullable String sentence) {
        var given = log.find(feedback).orElseThrow(Findings::none);
        var card = cards.find(given.card()).orElseThrow(Findings::none);
        actor.mustBeAllowed(Permission.ANSWER_FINDINGS, card.place());
        GovernanceException.refuse(
                "This reply cannot be given as it is.",
                new FieldProblems()
                        .text("sentence", sentence, LONGEST)
                        .when(identifies(sentence), "sentence", "seems to hold an identifier of a patient: take it out")
                        .list());
        var reply = new Reply(
                UUID.randomUUID(),
                feedback,
                String.valueOf(sentence).strip(),
                actor.id(),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        log.add(reply);
        audit.append(
                actor,
                Deed.of(
                        "finding.answered",
                        "feedback",
                        feedback.toString(),
                        card.version().model(),
                        "answered a finding on " + card.version()));
        return reply;
    }

    /** How many severe findings nobody has answered, at one site or at all; for the gate, which sees no text. */
    public long unanswered(ModelVersionId version, @Nullable String site) {
        return severe(version, site).stream().filter(Finding::open).count();
    }

    /** The severe findings that stand, at one site or at all. */
    private List<Finding> severe(ModelVersionId version, @Nullable String site) {
        var standing = log.standing(version, site).stream()
                .filter(GivenFeedback::severe)
                .toList();
        var known = cards.find(standing.stream().map(GivenFeedback::card).toList());
        var replies = log.replies(standing.stream().map(GivenFeedback::id).toList());
        return standing.stream()
                .flatMap(given -> Stream.ofNullable(known.get(given.card()))
                        .map(card -> new Finding(given, card, replies.getOrDefault(given.id(), List.of()))))
                .sorted(Comparator.comparing(Finding::open)
                        .reversed()
                        .thenComparing(finding -> finding.feedback().at(), Comparator.reverseOrder()))
                .toList();
    }

    private static boolean identifies(@Nullable String sentence) {
        return sentence != null
                && sentence.length() <= LONGEST
                && PhiScan.findings(sentence).stream().anyMatch(found -> found.action() == PhiKind.Action.BLOCK);
    }

    private static GovernanceException none() {
        return new GovernanceException(ErrorCode.NOT_FOUND, "There is no such finding.");
    }
}
