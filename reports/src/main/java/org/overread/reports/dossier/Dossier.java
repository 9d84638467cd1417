package org.overread.reports.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Replacement;
import org.overread.registry.promotion.Ending;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.reports.dossier.GateOutcome.JudgedCriterion;

/**
 * Everything on record about one promotion, as it stood when it was told: what was asked for, the pinned policy, the
 * frozen evidence, how each criterion came out, who signed what and whether it still covers, and the entries of the
 * audit trail. The machine's answer and the workbook are made from this one record, so they cannot disagree.
 *
 * <p>It holds no figure that is hidden for the sake of few people, and free text without what is surely a patient's
 * identifier.
 *
 * @param state by its name, such as {@code LIVE}
 * @param status why it is in this state, in one sentence
 * @param inEffectSince when the version entered the stage; null when it has not
 * @param ended how that came to its end; null when it has not entered, or is in effect
 * @param withdrawal who took the request back; null when nobody did
 * @param policy null when it can no longer be read
 * @param evidence null when it can no longer be read
 * @param gate null when policy or evidence is no longer what was pinned
 * @param since what has changed since it was submitted, while it is under way
 * @param replacement what ends and what stays at the site when it goes live, or did when it went; null when it never
 *     will
 * @param alterations what is no longer as it was put on record, as sentences
 * @param policyChanges what the policy in force demands otherwise than the pinned one, as sentences
 */
public record Dossier(
        AskedFor request,
        String state,
        String stateTitle,
        String status,
        @Nullable Instant inEffectSince,
        @Nullable Ended ended,
        @Nullable Withdrawal withdrawal,
        @Nullable Replaces replacement,
        @Nullable PinnedPolicy policy,
        @Nullable SeenEvidence evidence,
        @Nullable GateOutcome gate,
        ChangedSince since,
        List<GivenSignature> signatures,
        List<String> alterations,
        List<String> policyChanges,
        TrailExtract audit) {
    public Dossier {
        signatures = List.copyOf(signatures);
        alterations = List.copyOf(alterations);
        policyChanges = List.copyOf(policyChanges);
    }

    /**
     * How what was brought into effect came to its end.
     *
     * @param how by what kind of step, by its name
     * @param version the version that took the step, such as {@code sepsis/3}
     * @param by the printed name of who took it
     * @param stands the stage at which the version stood at the site when this was told, by its name
     */
    public record Ended(
            String how,
            String version,
            String by,
            Instant at,
            @Nullable String reason,
            String stands) {
        static Ended of(Ending ending) {
            return new Ended(
                    ending.how().name(),
                    ending.version().toString(),
                    ending.by(),
                    ending.at(),
                    FreeText.forExport(ending.reason()),
                    ending.stands().name());
        }
    }

    /** That the requester took the request back. */
    public record Withdrawal(String by, Instant at) {}

    /**
     * What changes at the site.
     *
     * @param versions the other versions that end, such as {@code sepsis/1}
     * @param sentence what ends and what stays, in words
     */
    public record Replaces(List<String> versions, String sentence) {
        static Replaces of(Replacement replacement) {
            return new Replaces(
                    replacement.replaced().stream()
                            .map(ModelVersionId::toString)
                            .toList(),
                    replacement.sentence());
        }
    }

    static Dossier of(PromotionDossier promotion, String modelName, TrailExtract audit) {
        var withdrawal = promotion.withdrawal();
        var ending = promotion.ending();
        var replacement = promotion.replacement();
        var policy = promotion.policy();
        var evidence = promotion.evidence();
        var verdict = promotion.verdict();
        return new Dossier(
                AskedFor.of(promotion.submission(), modelName),
                promotion.state().name(),
                promotion.state().title(),
                promotion.status(),
                promotion.since(),
                ending == null ? null : Ended.of(ending),
                withdrawal == null ? null : new Withdrawal(withdrawal.byName(), withdrawal.at()),
                replacement == null ? null : Replaces.of(replacement),
                policy == null ? null : PinnedPolicy.of(policy, promotion),
                evidence == null ? null : SeenEvidence.of(evidence, promotion.submission()),
                verdict == null ? null : GateOutcome.of(verdict),
                ChangedSince.of(promotion.changes()),
                promotion.signatures().stream().map(GivenSignature::of).toList(),
                promotion.alterations(),
                promotion.policyChanges(),
                audit);
    }

    /** How each criterion came out; empty when that cannot be said any more. */
    List<JudgedCriterion> criteria() {
        return gate == null ? List.of() : gate.criteria();
    }

    /** How many rows of the record this tells: criteria, figures, reasons, signatures and audit entries. */
    public long rows() {
        long seen = evidence == null
                ? 0
                : evidence.figures().size() + evidence.feedback().size();
        return criteria().size() + seen + signatures.size() + audit.entries().size();
    }

    /** Whether everything is as it was put on record and every signature covers it. */
    public boolean intact() {
        return alterations.isEmpty() && signatures.stream().allMatch(GivenSignature::covers) && gate != null;
    }
}
