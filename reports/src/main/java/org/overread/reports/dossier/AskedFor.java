package org.overread.reports.dossier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.promotion.Submission;

/**
 * What was asked for.
 *
 * @param from the stage the version was at, by its name
 * @param to the stage it was to enter, by its name
 * @param sentence all of it in words
 * @param requester the printed name of who asked
 * @param digest over the whole request; what signatures cover as their subject
 */
public record AskedFor(
        UUID id,
        String model,
        String modelName,
        int version,
        String versionDigest,
        String from,
        String to,
        String site,
        String sentence,
        String requester,
        @Nullable String rationale,
        Instant submittedAt,
        String digest) {

    static AskedFor of(Submission submission, String modelName) {
        return new AskedFor(
                submission.id(),
                submission.version().model(),
                modelName,
                submission.version().version(),
                submission.versionDigest().hex(),
                submission.from().name(),
                submission.target().name(),
                submission.site(),
                submission.sentence(),
                submission.requesterName(),
                FreeText.forExport(submission.rationale()),
                submission.submittedAt(),
                submission.digest().hex());
    }
}
