package org.overread.web.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.CardDraft;
import org.overread.monitoring.feedback.FeedbackAnswer;
import org.overread.monitoring.feedback.FeedbackDraft;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.FeedbackState;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.Indicator;
import org.overread.monitoring.feedback.MyFeedback;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.PersonId;
import org.overread.registry.identity.SignIn;

/** How outputs that were shown, and what was said of them, look to machines. */
final class FeedbackShapes {
    private FeedbackShapes() {}

    /** A card that was shown; {@code shownTo} is a log-in, left out when it was for everybody there. */
    public record NewCard(
            @Nullable UUID id,
            @Nullable String model,
            @Nullable Integer version,
            @Nullable String predictionId,
            @Nullable String site,
            @Nullable String department,
            @Nullable String shownTo,
            @Nullable Instant shownAt,
            @Nullable Indicator indicator) {
        CardDraft draft(SignIn signIn) {
            return new CardDraft(
                    id,
                    model == null || version == null ? null : Parameters.version("version", model, version),
                    predictionId,
                    site,
                    department,
                    shownTo == null ? null : person(signIn, shownTo),
                    shownAt,
                    indicator);
        }

        private static PersonId person(SignIn signIn, String login) {
            return signIn.actor(login)
                    .orElseThrow(() -> new GovernanceException(
                            ErrorCode.INVALID,
                            "This card cannot be registered.",
                            List.of(new FieldProblem("shownTo", "is the log-in of nobody here"))))
                    .personId();
        }
    }

    /** Feedback to record; see {@link FeedbackDraft}. */
    public record NewFeedback(
            @Nullable UUID id,
            @Nullable UUID card,
            @Nullable FeedbackKind kind,
            @Nullable OverrideReason reason,
            @Nullable String actionInstead,
            @Nullable String comment,
            @Nullable Boolean noIdentifiersConfirmed,
            @Nullable Instant at) {
        FeedbackDraft draft() {
            return new FeedbackDraft(
                    id, card, kind, reason, actionInstead, comment, Boolean.TRUE.equals(noIdentifiersConfirmed), at);
        }
    }

    /** What is kept; {@code quarantined} while its card is not known, so that it counts nowhere yet. */
    public record Kept(UUID id, UUID card, FeedbackKind kind, Instant at, Instant receivedAt, boolean quarantined) {
        static Kept of(FeedbackAnswer.Recorded recorded) {
            var given = recorded.feedback();
            return new Kept(
                    given.id(), given.card(), given.kind(), given.at(), given.receivedAt(), recorded.quarantined());
        }
    }

    /** One's own feedback, how far it has come, and what was answered. */
    public record Mine(
            UUID id,
            UUID card,
            @Nullable String model,
            @Nullable Integer version,
            FeedbackKind kind,
            @Nullable OverrideReason reason,
            @Nullable String actionInstead,
            @Nullable String comment,
            Instant at,
            FeedbackState state,
            List<String> replies) {
        static Mine of(MyFeedback mine) {
            GivenFeedback given = mine.feedback();
            var card = mine.card();
            return new Mine(
                    given.id(),
                    given.card(),
                    card == null ? null : card.version().model(),
                    card == null ? null : card.version().version(),
                    given.kind(),
                    given.reason(),
                    given.actionInstead(),
                    given.comment(),
                    given.at(),
                    mine.state(),
                    mine.replies());
        }
    }
}
