package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.catalog.Replacement;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.EvidenceQuestion;
import org.overread.registry.gate.EvidenceSource;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyBook;
import org.overread.registry.gate.PromotionGate;
import org.overread.registry.identity.Eyes;
import org.overread.registry.promotion.PromotionRequest.Pending;
import org.overread.registry.promotion.PromotionRequest.Undecided;

/** Takes requests to bring a version to its next stage, and shows how they stand. No rule is decided here. */
@ApplicationScoped
@Transactional
public class Promotions {
    @Inject
    PromotionRequests requests;

    @Inject
    PublishedPolicies published;

    @Inject
    Standings standings;

    @Inject
    OpenFiles files;

    @Inject
    EvidenceSource evidence;

    @Inject
    Eyes eyes;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** Asks what the gate would say now. Keeps nothing. */
    public GateCheck check(Actor actor, ModelVersionId version, Stage target, String site) {
        var now = now();
        var standing = standings.of(version, site, now);
        actor.mustBeAllowed(Permission.READ_PROMOTIONS, standing.place());
        return switch (Admission.of(standing, target, inForce(version, target), false)) {
            case NotAdmitted refused -> refused;
            case Admission.Admitted(var policy) -> {
                var seen = seen(actor, standing, policy, now);
                yield new GateCheck.Decided(policy, seen, PromotionGate.decide(policy, seen));
            }
        };
    }

    /**
     * Asks that the version enters the stage at the site. The policy in force and the evidence of this moment are
     * pinned, and the gate decides on them.
     *
     * @param rationale why, in the requester's words
     */
    public Submitting submit(
            Actor actor, ModelVersionId version, Stage target, String site, @Nullable String rationale) {
        return submit(actor, version, target, site, Written.<@Nullable String>plainly(rationale));
    }

    /** The same, with the writer's word on what was pointed out in the rationale. */
    public Submitting submit(
            Actor actor, ModelVersionId version, Stage target, String site, Written<? extends @Nullable String> why) {
        var rationale = why.what();
        var now = now();
        var standing = standings.of(version, site, now);
        actor.mustBeAllowed(Permission.REQUEST_PROMOTION, standing.place());
        GovernanceException.refuse(
                "The request cannot be taken as it is",
                new FieldProblems()
                        .optionalText("rationale", rationale, 4000)
                        .identifiers("rationale", rationale, why.noIdentifiersConfirmed())
                        .list());
        requests.lock(version, target, site);
        return switch (Admission.of(standing, target, inForce(version, target), underWay(version, target, site))) {
            case NotAdmitted refused -> {
                trail.append(actor, PromotionDeeds.notAdmitted(standing, target, refused));
                yield refused;
            }
            case Admission.Admitted(var policy) -> take(actor, standing, target, why, policy, now);
        };
    }

    /** Everything about one request, and what the actor may do with it. */
    public PromotionDossier request(Actor actor, UUID request) {
        var opened = files.open(actor, request);
        var submission = opened.file().submission();
        return PromotionDossier.of(opened, actor, inForce(submission.version(), submission.target()));
    }

    /** What would end and what would stay at the site if the version entered the stage there now. */
    public Replacement replacement(Actor actor, ModelVersionId version, Stage target, String site) {
        var standing = standings.of(version, site, now());
        actor.mustBeAllowed(Permission.READ_PROMOTIONS, standing.place());
        return standing.replacement(target);
    }

    /** The requests the actor may see, the newest first. */
    public List<PromotionSummary> list(Actor actor, PromotionFilter filter) {
        actor.mustBeAllowedSomewhere(Permission.READ_PROMOTIONS);
        return files.all(actor, filter).map(PromotionSummary::of).toList();
    }

    /** The same with all that is on record of each, and of what has changed since no more than what stops it. */
    public List<PromotionDossier> dossiers(Actor actor, PromotionFilter filter) {
        actor.mustBeAllowedSomewhere(Permission.READ_PROMOTIONS);
        return files.all(actor, filter)
                .map(request -> PromotionDossier.of(request, actor, null))
                .toList();
    }

    /** The requests that wait for this person's signature, the newest first. */
    public List<PromotionSummary> waitingFor(Actor.Person person) {
        return files.undecided(person)
                .filter(request -> request instanceof Undecided undecided && undecided.waitsFor(person))
                .map(PromotionSummary::of)
                .toList();
    }

    /** Takes a request back before it is decided. */
    public Step withdraw(Actor actor, UUID request) {
        requests.lock(request);
        actor.holdRights();
        var opened = files.open(actor, request);
        if (!(opened instanceof Pending pending)) {
            return Step.Refused.by(PromotionDossier.closed(opened));
        }
        var step = pending.withdrawnBy(actor, now());
        if (step instanceof Step.Taken(PromotionRequest.Withdrawn withdrawn)) {
            requests.addWithdrawal(request, withdrawn.withdrawal());
            trail.append(actor, PromotionDeeds.withdrawn(withdrawn.file().submission()));
        }
        return step;
    }

    private Submitting take(
            Actor actor,
            Standing standing,
            Stage target,
            Written<? extends @Nullable String> why,
            Policy policy,
            Instant now) {
        var version = standing.version();
        var seen = seen(actor, standing, policy, now);
        var frozen = Frozen.now(seen, CanonicalJson.of(seen));
        var judging = published.find(policy.id()).orElseThrow();
        var submission = new Submission(
                TimeOrderedIds.next(),
                version,
                standing.versionDigest(),
                standing.stage(),
                target,
                standing.site(),
                actor.id(),
                actor.name(),
                why.what(),
                now,
                policy.id(),
                judging.pinned(),
                frozen.pinned());
        requests.add(PromotionFile.of(submission, judging, frozen));
        var verdict = PromotionGate.decide(policy, seen);
        trail.append(actor, PromotionDeeds.submitted(submission, verdict).confirming(why, why.what()));
        return new Submitting.Submitted(submission.id(), verdict);
    }

    private Evidence seen(Actor actor, Standing standing, Policy policy, Instant now) {
        return evidence.about(new EvidenceQuestion(
                standing.version(),
                standing.site(),
                policy.attributes(),
                policy.window().from(now, standing.enteredAt()),
                now,
                eyes.of(actor.id())));
    }

    private boolean underWay(ModelVersionId version, Stage target, String site) {
        var same = new PromotionFilter(version.model(), version.version(), site, Set.of());
        return requests.list(same).stream()
                .filter(file -> file.submission().target() == target)
                .anyMatch(file -> files.briefly(file).state().underWay());
    }

    private @Nullable Policy inForce(ModelVersionId version, Stage target) {
        return new PolicyBook(published.files(), now())
                .inForce(version.model(), target)
                .orElse(null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
