package org.overread.registry.promotion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Stage;
import org.overread.registry.review.Statement;

/**
 * What somebody asked for: that a version enters a stage at a site, under a policy and on evidence that are pinned here
 * by their digests.
 *
 * @param versionDigest the digest of what was declared of the version
 * @param from the stage the version was at when it was asked
 * @param requester the id of the person or machine that asked
 * @param rationale why, in the requester's words
 */
public record Submission(
        UUID id,
        ModelVersionId version,
        Digest versionDigest,
        Stage from,
        Stage target,
        String site,
        String requester,
        String requesterName,
        @Nullable String rationale,
        Instant submittedAt,
        UUID policy,
        Digest policyDigest,
        Digest evidenceDigest) {

    /** What every signature on the request covers as its subject. */
    public Digest digest() {
        return statement().digest();
    }

    /** The request as a text that anybody can check. */
    public Statement statement() {
        return Statement.titled("Overread promotion request, form 1")
                .with("id", id)
                .with("version", version)
                .with("version digest", versionDigest)
                .with("from", from)
                .with("to", target)
                .with("site", site)
                .with("requester", requester)
                .with("requester name", requesterName)
                .with("rationale", rationale)
                .with("submitted at", submittedAt)
                .with("policy", policy)
                .with("policy digest", policyDigest)
                .with("evidence digest", evidenceDigest);
    }

    /** What is asked for in words, such as {@code sepsis/2 from Silent run to Pilot at north}. */
    public String sentence() {
        return "%s from %s to %s at %s".formatted(version, from.title(), target.title(), site);
    }
}
