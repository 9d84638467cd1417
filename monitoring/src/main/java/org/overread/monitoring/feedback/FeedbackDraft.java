package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;

/**
 * Feedback as somebody wants to give it; anything may still be missing.
 *
 * @param id the sender's own id; sending it again is harmless
 * @param card the card it is about
 * @param reason why, for an override
 * @param actionInstead what was done instead
 * @param noIdentifiersConfirmed the writer has looked at what was pointed out and says that it identifies no patient
 * @param at when the clinician decided; null for now
 */
public record FeedbackDraft(
        @Nullable UUID id,
        @Nullable UUID card,
        @Nullable FeedbackKind kind,
        @Nullable OverrideReason reason,
        @Nullable String actionInstead,
        @Nullable String comment,
        boolean noIdentifiersConfirmed,
        @Nullable Instant at) {
    private static final int LONGEST = 4_000;

    public FeedbackDraft {
        actionInstead = blankAsMissing(actionInstead);
        comment = blankAsMissing(comment);
    }

    /** Whether somebody must answer it, see {@link GivenFeedback#severe}. */
    boolean severe() {
        return kind == FeedbackKind.SAFETY_CONCERN || reason != null && reason.severe();
    }

    /** What is wrong with it as far as it can be told from the draft alone; empty when nothing is. */
    public List<FieldProblem> problems() {
        var problems = new FieldProblems()
                .present("id", id)
                .present("card", card)
                .present("kind", kind)
                .when(
                        kind == FeedbackKind.OVERRIDDEN && reason == null,
                        "reason",
                        "is required: choose why you decided otherwise")
                .when(
                        kind != null && kind != FeedbackKind.OVERRIDDEN && reason != null,
                        "reason",
                        "belongs to an override only")
                .when(
                        kind == FeedbackKind.OVERRIDDEN && needsWords() && comment == null,
                        "comment",
                        "is required with this reason: say in a few words what is wrong")
                .when(
                        kind == FeedbackKind.SAFETY_CONCERN && comment == null,
                        "comment",
                        "is required: say in a few words what could harm")
                .optionalText("actionInstead", actionInstead, LONGEST)
                .identifiers("actionInstead", actionInstead, noIdentifiersConfirmed)
                .optionalText("comment", comment, LONGEST)
                .identifiers("comment", comment, noIdentifiersConfirmed);
        return problems.list();
    }

    private boolean needsWords() {
        return reason != null && reason.comment() == OverrideReason.Comment.REQUIRED;
    }

    private static @Nullable String blankAsMissing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
