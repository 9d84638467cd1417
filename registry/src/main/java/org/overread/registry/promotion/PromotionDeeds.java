package org.overread.registry.promotion;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.overread.registry.Digest;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Replacement;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.GateVerdict;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Signature;

/** What happens to requests, in the words of the audit trail. Rationale and comments stay out of it. */
final class PromotionDeeds {
    static final String SUBMITTED = "promotion.submitted";
    static final String WITHDRAWN = "promotion.withdrawn";

    private PromotionDeeds() {}

    /** The verb of a signature. */
    static String verb(Meaning meaning) {
        return switch (meaning) {
            case REVIEW -> "promotion.reviewed";
            case APPROVAL -> "promotion.approved";
            case REJECTION -> "promotion.rejected";
        };
    }

    static Deed submitted(Submission submission, GateVerdict verdict) {
        return deed(
                SUBMITTED,
                submission,
                "asked to bring " + submission.sentence() + "; the gate says: " + verdict.summary(),
                Map.of(
                        "digest", submission.digest().hex(),
                        "policy", submission.policyDigest().hex(),
                        "evidence", submission.evidenceDigest().hex()));
    }

    static Deed notAdmitted(Standing standing, Stage target, NotAdmitted refused) {
        var version = standing.version();
        return new Deed(
                "promotion.refused",
                "model-version",
                version.toString(),
                version.model(),
                "was refused to ask for %s of %s at %s: %s"
                        .formatted(target.title(), version, standing.site(), refused.sentence()),
                Map.of("reason", refused.reason().name(), "site", standing.site(), "stage", target.name()));
    }

    static Deed signed(Submission submission, Signature signature, Optional<Replacement> replacement) {
        return deed(
                verb(signature.meaning()),
                submission,
                "signed, as %s, %s of the request to bring %s"
                        .formatted(lower(signature.role().title()), named(signature.meaning()), submission.sentence()),
                covered(signature, replacement));
    }

    private static Map<String, String> covered(Signature signature, Optional<Replacement> replacement) {
        var details = new TreeMap<>(Map.of(
                "signature", signature.digest().hex(),
                "subject", signature.covered().subject().hex(),
                "evidence", signature.covered().evidence().hex(),
                "policy", signature.covered().policy().hex()));
        var since = signature.since();
        if (since != null && !since.isEmpty()) {
            details.put("changedSince", Digest.of(since).hex());
        }
        replacement
                .map(Replacement::replaced)
                .filter(versions -> !versions.isEmpty())
                .ifPresent(versions -> details.put(
                        "replaces", versions.stream().map(Object::toString).collect(joining(", "))));
        return details;
    }

    static Deed signingRefused(Submission submission, Intent intent, Step.Refused refused) {
        return deed(
                "promotion.signing-refused",
                submission,
                "was refused to sign, as %s, %s of the request to bring %s: %s"
                        .formatted(
                                lower(intent.role().title()),
                                named(intent.meaning()),
                                submission.sentence(),
                                refused.reason()),
                Map.of("rule", refused.rule().name()));
    }

    static Deed withdrawn(Submission submission) {
        return deed(WITHDRAWN, submission, "withdrew the request to bring " + submission.sentence(), Map.of());
    }

    static Deed entered(Submission submission, Signature approval) {
        return deed(
                "promotion.in-effect",
                submission,
                "brought " + submission.sentence() + ", as approved by " + approval.whose(),
                Map.of("approval", approval.digest().hex()));
    }

    static Deed releaseRefused(Submission submission, Step.Refused refused) {
        return deed(
                "promotion.release-refused",
                submission,
                "was refused to bring %s: %s".formatted(submission.sentence(), refused.reason()),
                Map.of("rule", refused.rule().name()));
    }

    private static Deed deed(String action, Submission submission, String sentence, Map<String, String> details) {
        return new Deed(
                action,
                "promotion",
                submission.id().toString(),
                submission.version().model(),
                sentence,
                details);
    }

    private static String named(Meaning meaning) {
        return switch (meaning) {
            case REVIEW -> "a review";
            case APPROVAL -> "an approval";
            case REJECTION -> "a rejection";
        };
    }

    private static String lower(String title) {
        return title.toLowerCase(Locale.ROOT);
    }
}
