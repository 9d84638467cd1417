package org.overread.web.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.CriterionVerdict;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateVerdict;
import org.overread.registry.gate.Reading;
import org.overread.registry.promotion.Ending;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.registry.promotion.PromotionRequest;
import org.overread.registry.promotion.PromotionSummary;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Ruling;
import org.overread.registry.review.SignOff;

/** How promotion requests look to machines. */
final class PromotionShapes {
    private PromotionShapes() {}

    /** How one criterion came out. */
    enum Outcome {
        MET,
        NOT_MET,
        UNDETERMINED;

        static Outcome of(CriterionVerdict verdict) {
            return switch (verdict) {
                case CriterionVerdict.Met _ -> MET;
                case CriterionVerdict.NotMet _ -> NOT_MET;
                case CriterionVerdict.Undetermined _ -> UNDETERMINED;
            };
        }
    }

    /** One request in a list. */
    public record Line(
            UUID id,
            String model,
            int version,
            Stage from,
            Stage stage,
            String site,
            String requester,
            Instant submittedAt,
            PromotionRequest.State state,
            String status,
            boolean stopped) {
        static Line of(PromotionSummary request) {
            return new Line(
                    request.id(),
                    request.version().model(),
                    request.version().version(),
                    request.from(),
                    request.target(),
                    request.site(),
                    request.requesterName(),
                    request.submittedAt(),
                    request.state(),
                    request.status(),
                    request.stopped());
        }
    }

    /** A criterion with its verdict and the figures it was judged by. */
    public record Criterion(String key, String demand, Outcome outcome, String reason, List<Figure> figures) {
        static Criterion of(CriterionVerdict verdict) {
            return new Criterion(
                    verdict.criterion().key(),
                    verdict.criterion().label(),
                    Outcome.of(verdict),
                    verdict.reason(),
                    verdict.readings().stream().map(Reading::figure).toList());
        }
    }

    /**
     * A signature, and whether it covers what stands there now.
     *
     * @param changedSince what had changed since submission as the signer had seen it, a sentence a line; null in old
     *     signatures, which do not speak of it
     */
    public record Signed(
            String name,
            Role role,
            Meaning meaning,
            String comment,
            Instant at,
            String zone,
            String digest,
            @Nullable String changedSince,
            boolean covers) {
        static Signed of(PromotionDossier.SignatureLine line) {
            var signature = line.signature();
            return new Signed(
                    signature.printedName(),
                    signature.role(),
                    signature.meaning(),
                    signature.comment(),
                    signature.signedAt(),
                    signature.zone(),
                    signature.digest().hex(),
                    signature.since(),
                    line.covers());
        }
    }

    /**
     * One request with all that was decided about it.
     *
     * @param open whether the gate is open
     * @param changes what has changed since it was submitted, while it is under way
     * @param stops those that let nobody approve and nothing go live as it stands
     * @param changesDigest what a signature sends along, to say that these changes were seen
     * @param now how the criteria would come out on the figures of now; empty when it is not under way
     * @param evidenceServesUntil until when somebody may approve on the evidence; null when the policy sets no end
     * @param evidence which time the pinned evidence covers; null when it can no longer be read
     * @param since when the version entered the stage; null when it has not
     * @param ended how that came to its end; null when it has not entered, or is in effect
     * @param replacement what ends and what stays at the site when it goes live, or did when it went; null when it
     *     never will
     * @param mayReviewAs the roles in which the one who asks may sign a review
     * @param mayDecide whether the one who asks may decide now
     */
    public record Request(
            UUID id,
            String model,
            int version,
            Stage from,
            Stage stage,
            String site,
            String requester,
            @Nullable String rationale,
            Instant submittedAt,
            PromotionRequest.State state,
            String status,
            boolean open,
            List<Criterion> criteria,
            List<ChangeShapes.Changed> changes,
            List<ChangeShapes.Changed> stops,
            String changesDigest,
            List<Criterion> now,
            @Nullable Instant evidenceServesUntil,
            List<SignOff.Tally> reviews,
            List<Signed> signatures,
            List<String> alterations,
            UUID policy,
            String policyDigest,
            String evidenceDigest,
            EvidenceShapes.@Nullable Covers evidence,
            @Nullable Instant since,
            @Nullable Ending ended,
            Shapes.@Nullable Replaces replacement,
            List<Role> mayReviewAs,
            boolean mayDecide) {
        static Request of(PromotionDossier dossier) {
            var submission = dossier.submission();
            var verdict = dossier.verdict();
            var changes = dossier.changes();
            var changed = ChangeShapes.Changed.of(changes);
            return new Request(
                    submission.id(),
                    submission.version().model(),
                    submission.version().version(),
                    submission.from(),
                    submission.target(),
                    submission.site(),
                    submission.requesterName(),
                    submission.rationale(),
                    submission.submittedAt(),
                    dossier.state(),
                    dossier.status(),
                    verdict != null && verdict.open(),
                    criteria(verdict),
                    changed,
                    changed.stream().filter(ChangeShapes.Changed::stops).toList(),
                    changes.digest().hex(),
                    criteria(changes.live()),
                    changes.serves(),
                    dossier.reviews(),
                    dossier.signatures().stream().map(Signed::of).toList(),
                    dossier.alterations(),
                    submission.policy(),
                    submission.policyDigest().hex(),
                    submission.evidenceDigest().hex(),
                    EvidenceShapes.Covers.of(dossier.evidence()),
                    dossier.since(),
                    dossier.ending(),
                    dossier.replacement() == null ? null : Shapes.Replaces.of(dossier.replacement()),
                    dossier.actions().reviewAs(),
                    dossier.actions().approve() instanceof Ruling.Allowed);
        }

        private static List<Criterion> criteria(@Nullable GateVerdict verdict) {
            return verdict == null
                    ? List.of()
                    : verdict.criteria().stream().map(Criterion::of).toList();
        }
    }
}
