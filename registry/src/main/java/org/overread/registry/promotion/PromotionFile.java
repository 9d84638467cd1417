package org.overread.registry.promotion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.PairOfEyes;
import org.overread.registry.Place;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.GateVerdict;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PromotionGate;
import org.overread.registry.review.Covered;
import org.overread.registry.review.SignOff;
import org.overread.registry.review.Signature;
import org.overread.registry.review.SignatureChain;

/**
 * Everything that is on record about one request, as it stands there now. Nothing in it is ever changed; it only grows.
 *
 * @param submitted the digest the submission had when it was put on record
 * @param withdrawal when the requester took it back; null when they did not
 * @param asking whose eyes the requester has
 */
public record PromotionFile(
        Submission submission,
        Digest submitted,
        Frozen<Policy> policy,
        Frozen<Evidence> evidence,
        SignatureChain chain,
        @Nullable Withdrawal withdrawal,
        PairOfEyes asking) {

    /** The file of a request that nobody but the requester had a part in. */
    PromotionFile(
            Submission submission,
            Digest submitted,
            Frozen<Policy> policy,
            Frozen<Evidence> evidence,
            SignatureChain chain,
            @Nullable Withdrawal withdrawal) {
        this(submission, submitted, policy, evidence, chain, withdrawal, PairOfEyes.of(submission.requester()));
    }

    /** That the requester took the request back. */
    public record Withdrawal(String by, String byName, Instant at) {}

    /** Opens the file of a new request. */
    static PromotionFile of(Submission submission, Frozen<Policy> policy, Frozen<Evidence> evidence) {
        return new PromotionFile(submission, submission.digest(), policy, evidence, SignatureChain.EMPTY, null);
    }

    PromotionFile with(Signature signature) {
        return new PromotionFile(submission, submitted, policy, evidence, chain.with(signature), withdrawal, asking);
    }

    PromotionFile with(Withdrawal taken) {
        return new PromotionFile(submission, submitted, policy, evidence, chain, taken, asking);
    }

    /** What somebody who signed now would cover. */
    Covered covered() {
        return new Covered(submission.digest(), evidence.present(), policy.present());
    }

    /** Who may sign by the pinned policy. */
    SignOff signOff(Policy pinned, Place place) {
        return new SignOff(asking, place, pinned.reviews(), chain);
    }

    /**
     * What the gate says of the pinned evidence under the pinned policy, whatever became of the request; null when one
     * of them is no longer what was pinned, for then nobody can say any more what it said.
     */
    public @Nullable GateVerdict verdict() {
        var pinnedPolicy = policy.content();
        var pinnedEvidence = evidence.content();
        return pinnedPolicy == null || pinnedEvidence == null || !policyIntact() || !evidenceIntact()
                ? null
                : PromotionGate.decide(pinnedPolicy, pinnedEvidence);
    }

    private boolean policyIntact() {
        return policy.intact() && policy.pinned().equals(submission.policyDigest());
    }

    private boolean evidenceIntact() {
        return evidence.intact() && evidence.pinned().equals(submission.evidenceDigest());
    }

    /** The signatures that do not cover what stands here now. */
    public List<Signature> notCovering() {
        return chain.notCovering(covered());
    }

    /** What is no longer as it was put on record, as sentences; empty when all of it is. */
    List<String> alterations() {
        var alterations = new ArrayList<String>();
        if (!submission.digest().equals(submitted)) {
            alterations.add("The request is no longer as it was submitted.");
        }
        if (!policyIntact()) {
            alterations.add("The policy is no longer the one it was submitted under.");
        }
        if (!evidenceIntact()) {
            alterations.add("The evidence is no longer what was submitted.");
        }
        notCovering().stream()
                .map(signature -> "The signature of " + signature.whose() + " no longer covers it.")
                .forEach(alterations::add);
        return List.copyOf(alterations);
    }
}
