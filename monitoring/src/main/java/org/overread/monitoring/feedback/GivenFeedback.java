package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.PersonId;

/**
 * Feedback as it was given. It never changes: who thinks better of it withdraws it or gives another.
 *
 * @param card the card it is about; whether that card is known is a question to the cards
 * @param person who gave it; null when a machine passed it on for a card that was shown to nobody in particular
 * @param sentBy the id of the actor it came from
 * @param role in which role it was given, such as {@code CLINICIAN}, or {@code MACHINE}
 * @param confirmed whether the writer confirmed that what was pointed out identifies no patient
 * @param at when the clinician decided
 * @param receivedAt when it came here
 */
public record GivenFeedback(
        UUID id,
        UUID card,
        @Nullable PersonId person,
        String sentBy,
        String role,
        FeedbackKind kind,
        @Nullable OverrideReason reason,
        @Nullable String actionInstead,
        @Nullable String comment,
        boolean confirmed,
        Instant at,
        Instant receivedAt) {
    /** Whether this may be about harm, so that somebody must answer it before the version may be promoted. */
    public boolean severe() {
        return kind == FeedbackKind.SAFETY_CONCERN || reason != null && reason.severe();
    }

    /**
     * Whether the other says the same of the same card, whenever it came here.
     *
     * @param anyTime the other does not say when it was decided
     */
    boolean saysTheSameAs(GivenFeedback other, boolean anyTime) {
        return equals(new GivenFeedback(
                other.id,
                other.card,
                other.person,
                other.sentBy,
                other.role,
                other.kind,
                other.reason,
                other.actionInstead,
                other.comment,
                other.confirmed,
                anyTime ? at : other.at,
                receivedAt));
    }
}
