package org.overread.monitoring.feedback;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.identity.Eyes;
import org.overread.registry.promotion.Requesters;

/**
 * Shows what clinicians call wrong or harmful, and lets people who answer for the model answer it: by a reply, or by
 * deciding what came of it, which asks for other eyes than those of giver and requester.
 *
 * @see "monitoring/docs/decisions/135-who-clears-a-finding.md"
 */
@ApplicationScoped
@Transactional
public class Findings {
    /** The verb of an answer in the audit trail. */
    public static final String ANSWERED = "finding.answered";
    /** The detail that says what the answer decides. */
    public static final String DISPOSITION = "disposition";
    /** What that detail says of an answer that decides nothing. */
    public static final String UNDECIDED = "NONE";

    private static final Actor.Product PRODUCT = new Actor.Product("findings");

    @Inject
    FindingBook book;

    @Inject
    FeedbackLog log;

    @Inject
    FindingNews news;

    @Inject
    Catalog catalog;

    @Inject
    Eyes eyes;

    @Inject
    Requesters requesters;

    @Inject
    AuditTrail audit;

    @Inject
    InstantSource clock;

    /**
     * Some of the version's severe findings that stand, waiting ones first, then the newest. That they were read is on
     * record.
     *
     * @param after where the page before ended; null for the first page
     * @param limit from 1 to {@value SevereFeedback#MOST}
     */
    public List<Finding> page(Actor actor, ModelVersionId version, @Nullable FindingPosition after, int limit) {
        var place = catalog.modelWithin(actor, Permission.READ_FEEDBACK, version.model())
                .place();
        var findings = book.page(version, readable(actor, version, place), after, limit);
        audit.append(
                actor,
                Deed.of(
                        "findings.read",
                        "model-version",
                        version.toString(),
                        version.model(),
                        "read %d severe %s on %s"
                                .formatted(findings.size(), findings.size() == 1 ? "finding" : "findings", version)));
        return findings;
    }

    /** At which sites the actor may read what was said; null for all of them. */
    private @Nullable Set<String> readable(Actor actor, ModelVersionId version, Place place) {
        // no site has an empty name, so this asks for all of them
        return actor.may(Permission.READ_FEEDBACK, place.at(""))
                ? null
                : book.sites(version).stream()
                        .filter(site -> actor.may(Permission.READ_FEEDBACK, place.at(site.isEmpty() ? null : site)))
                        .collect(toSet());
    }

    /**
     * One finding of a version.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_FOUND} when there is none that the actor may see
     */
    public Finding finding(Actor actor, ModelVersionId version, UUID feedback) {
        return book.find(feedback)
                .filter(finding -> version.equals(finding.version())
                        && actor.may(Permission.READ_FEEDBACK, finding.place())
                        && log.withdrawals(List.of(feedback)).isEmpty())
                .orElseThrow(Findings::none);
    }

    /**
     * Answers a finding; its giver is told under <em>My feedback</em>.
     *
     * @throws GovernanceException when there is no such finding, the person may not answer it, it was taken back, or with every
     *     problem of the draft at once
     */
    public FindingAnswer answer(Actor.Person actor, UUID feedback, AnswerDraft draft) {
        log.lock(feedback);
        var finding = book.find(feedback).orElseThrow(Findings::none);
        actor.mustBeAllowed(Permission.ANSWER_FINDINGS, finding.place());
        if (!log.withdrawals(List.of(feedback)).isEmpty()) {
            throw new GovernanceException(
                    ErrorCode.CONFLICT, "Who said it has taken it back, so it waits for no answer.");
        }
        GovernanceException.refuse(
                "This answer cannot be given as it is.",
                new FieldProblems()
                        .and(draft.problems())
                        .when(
                                draft.correctedIn() != null && !corrects(draft.correctedIn(), finding),
                                "correctedIn",
                                "must be another registered version of the model, after this one")
                        .list());
        var against = draft.settles() ? fourEyes(finding).against(actor.id()) : null;
        return against != null && against.isPresent()
                ? refused(actor, finding, against.get())
                : given(actor, finding, draft);
    }

    private boolean corrects(int number, Finding finding) {
        var version = finding.version();
        return version != null
                && number > version.version()
                && catalog.versions(PRODUCT, version.model()).stream()
                        .anyMatch(other -> other.id().version() == number);
    }

    private FourEyes fourEyes(Finding finding) {
        var given = finding.feedback();
        var version = finding.version();
        var giver = given.person();
        return new FourEyes(
                Stream.of(given.sentBy(), giver == null ? given.sentBy() : giver.toString())
                        .distinct()
                        .map(eyes::of)
                        .toList(),
                version == null ? List.of() : requesters.of(version));
    }

    private FindingAnswer given(Actor.Person actor, Finding finding, AnswerDraft draft) {
        var reply = new Reply(
                TimeOrderedIds.next(),
                finding.feedback().id(),
                requireNonNull(draft.sentence()).strip(),
                draft.disposition(),
                draft.correctedIn(),
                actor.id(),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        log.add(reply);
        news.changed(book.of(finding.feedback()));
        var answered = deed(finding, ANSWERED, "answered a finding on ", Map.of(DISPOSITION, disposition(draft)));
        audit.append(
                actor, answered.confirming(new Written<>(draft, draft.noIdentifiersConfirmed()), draft.sentence()));
        return new FindingAnswer.Given(reply);
    }

    private FindingAnswer refused(Actor.Person actor, Finding finding, FindingAnswer.Refused refused) {
        audit.append(
                actor,
                deed(
                        finding,
                        "finding.refused",
                        "was refused to decide a finding on ",
                        Map.of("rule", refused.rule().name())));
        return refused;
    }

    private static Deed deed(Finding finding, String action, String sentence, Map<String, String> details) {
        var version = finding.version();
        return new Deed(
                action,
                "feedback",
                finding.feedback().id().toString(),
                version == null ? null : version.model(),
                sentence + (version == null ? "an unknown output" : version),
                details);
    }

    private static String disposition(AnswerDraft draft) {
        return draft.disposition() == null ? UNDECIDED : draft.disposition().name();
    }

    private static GovernanceException none() {
        return new GovernanceException(ErrorCode.NOT_FOUND, "There is no such finding.");
    }
}
