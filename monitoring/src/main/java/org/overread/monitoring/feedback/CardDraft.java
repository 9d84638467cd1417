package org.overread.monitoring.feedback;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PersonId;

/** A card as somebody wants to register it; anything may still be missing. */
public record CardDraft(
        @Nullable UUID id,
        @Nullable ModelVersionId version,
        @Nullable String predictionId,
        @Nullable String site,
        @Nullable String department,
        @Nullable PersonId shownTo,
        @Nullable Instant shownAt,
        @Nullable Indicator indicator) {

    /** What is wrong with it as far as it can be told from the draft alone; empty when nothing is. */
    public List<FieldProblem> problems() {
        return new FieldProblems()
                .present("id", id)
                .present("version", version)
                .text("predictionId", predictionId, 200)
                .optionalText("site", site, 200)
                .optionalText("department", department, 200)
                .present("shownAt", shownAt)
                .list();
    }

    /** The card it becomes; only for a draft without problems. A card that does not say is for information. */
    Card card() {
        return new Card(
                requireNonNull(id),
                requireNonNull(version),
                requireNonNull(predictionId),
                blankAsMissing(site),
                blankAsMissing(department),
                shownTo,
                requireNonNull(shownAt).truncatedTo(ChronoUnit.MICROS),
                indicator == null ? Indicator.INFO : indicator);
    }

    private static @Nullable String blankAsMissing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
