package org.overread.registry.promotion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.gate.BesideLimit;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PromotionGate;

/**
 * The frozen figures that one request was decided on, with those of now beside them, and the check that they are the
 * ones that were signed.
 *
 * @param policy the pinned policy; null when it can no longer be read
 * @param evidence the frozen evidence; null when it can no longer be read
 * @param pinned the digest the request was submitted with
 * @param present the digest of the text that stands there now
 * @param signatures how many signatures the request has
 * @param covering how many of them cover what stands there now
 * @param live the evidence as it would be taken now, by the window of the policy; null when nothing can be laid beside it
 * @param criteria each criterion then and now; empty when policy or evidence is no longer what was pinned
 */
public record EvidenceSheet(
        Submission submission,
        @Nullable Policy policy,
        @Nullable Evidence evidence,
        Digest pinned,
        Digest present,
        int signatures,
        int covering,
        @Nullable Evidence live,
        List<BesideLimit> criteria) {
    public EvidenceSheet {
        criteria = List.copyOf(criteria);
    }

    static EvidenceSheet of(PromotionFile file, @Nullable Evidence live) {
        var verdict = file.verdict();
        var policy = file.policy().content();
        int signatures = file.chain().signatures().size();
        return new EvidenceSheet(
                file.submission(),
                policy,
                file.evidence().content(),
                file.submission().evidenceDigest(),
                file.evidence().present(),
                signatures,
                signatures - file.notCovering().size(),
                live,
                verdict == null || policy == null
                        ? List.of()
                        : BesideLimit.each(verdict, live == null ? null : PromotionGate.decide(policy, live)));
    }

    /** Whether the text that stands there now is the one that was pinned, and that every signature covers. */
    public boolean matches() {
        return evidence != null && present.equals(pinned) && covering == signatures;
    }

    /** The outcome of the check in a sentence. */
    public String check() {
        if (!present.equals(pinned) || evidence == null) {
            return "This is not the evidence that was submitted: its digest is not the pinned one.";
        }
        if (covering < signatures) {
            return "It is the evidence that was submitted, but %d of %d signatures no longer cover what stands here."
                    .formatted(signatures - covering, signatures);
        }
        return signatures == 0
                ? "It is the evidence that was submitted; nobody has signed on it yet."
                : signatures == 1
                        ? "It is the evidence that was submitted, and the signature covers it."
                        : "It is the evidence that was submitted, and all %d signatures cover it."
                                .formatted(signatures);
    }
}
