package org.overread.monitoring.feedback.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.registry.PersonId;

/** Feedback at rest. */
@Entity
@Table(schema = "monitoring", name = "feedback")
class FeedbackRow {
    @Id
    UUID id = new UUID(0, 0);

    UUID card = new UUID(0, 0);

    @Nullable UUID person;

    @Column(name = "sent_by")
    String sentBy = "";

    String role = "";

    @Enumerated(EnumType.STRING)
    FeedbackKind kind = FeedbackKind.ACCEPTED;

    @Nullable @Enumerated(EnumType.STRING)
    OverrideReason reason;

    @Nullable @Column(name = "action_instead")
    String actionInstead;

    @Nullable String comment;

    boolean confirmed;

    @Column(name = "decided_at")
    Instant decidedAt = Instant.EPOCH;

    @Column(name = "received_at")
    Instant receivedAt = Instant.EPOCH;

    static FeedbackRow of(GivenFeedback given) {
        var row = new FeedbackRow();
        row.id = given.id();
        row.card = given.card();
        row.person = given.person() == null ? null : given.person().value();
        row.sentBy = given.sentBy();
        row.role = given.role();
        row.kind = given.kind();
        row.reason = given.reason();
        row.actionInstead = given.actionInstead();
        row.comment = given.comment();
        row.confirmed = given.confirmed();
        row.decidedAt = given.at();
        row.receivedAt = given.receivedAt();
        return row;
    }

    GivenFeedback given() {
        return new GivenFeedback(
                id,
                card,
                person == null ? null : new PersonId(person),
                sentBy,
                role,
                kind,
                reason,
                actionInstead,
                comment,
                confirmed,
                decidedAt,
                receivedAt);
    }
}
