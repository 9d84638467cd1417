package org.overread.registry.promotion;

import java.time.Instant;
import java.util.UUID;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Stage;

/**
 * One request in a list.
 *
 * @param stopped whether what has changed since it was submitted stops it
 */
public record PromotionSummary(
        UUID id,
        ModelVersionId version,
        Stage from,
        Stage target,
        String site,
        String requesterName,
        Instant submittedAt,
        PromotionRequest.State state,
        String status,
        boolean stopped) {

    static PromotionSummary of(PromotionRequest request) {
        var submission = request.file().submission();
        return new PromotionSummary(
                submission.id(),
                submission.version(),
                submission.from(),
                submission.target(),
                submission.site(),
                submission.requesterName(),
                submission.submittedAt(),
                request.state(),
                PromotionDossier.status(request),
                PromotionDossier.changes(request).stopped());
    }
}
