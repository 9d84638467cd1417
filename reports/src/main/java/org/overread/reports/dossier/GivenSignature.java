package org.overread.reports.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.Role;
import org.overread.registry.promotion.PromotionDossier.SignatureLine;
import org.overread.registry.review.Meaning;

/**
 * A signature as it is shown on every readable copy: printed name, time with zone, meaning, and what it covers.
 *
 * @param declaration what the signer declared
 * @param zone the signer's time zone
 * @param covers whether it still covers what stands there now
 * @param subject the digest of the request it was given over
 * @param changedSince what had changed since submission as the signer had seen it; null in signatures of form 1
 * @param previous the digest of the signature before it; null for the first
 */
public record GivenSignature(
        String printedName,
        Role role,
        Meaning meaning,
        String declaration,
        String comment,
        Instant signedAt,
        String zone,
        boolean covers,
        String subject,
        String evidence,
        String policy,
        @Nullable String changedSince,
        @Nullable String previous,
        String digest) {

    static GivenSignature of(SignatureLine line) {
        var signature = line.signature();
        @Nullable Digest previous = signature.previous();
        return new GivenSignature(
                signature.printedName(),
                signature.role(),
                signature.meaning(),
                signature.meaning().sentence(),
                FreeText.masked(signature.comment()),
                signature.signedAt(),
                signature.zone(),
                line.covers(),
                signature.covered().subject().hex(),
                signature.covered().evidence().hex(),
                signature.covered().policy().hex(),
                signature.since(),
                previous == null ? null : previous.hex(),
                signature.digest().hex());
    }
}
