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
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.feedback.Reply;

/** A reply at rest. */
@Entity
@Table(schema = "monitoring", name = "feedback_reply")
class ReplyRow {
    @Id
    UUID id = new UUID(0, 0);

    UUID feedback = new UUID(0, 0);
    String sentence = "";

    @Nullable @Enumerated(EnumType.STRING)
    Disposition disposition;

    @Nullable @Column(name = "corrected_in")
    Integer correctedIn;

    @Column(name = "replied_by")
    String repliedBy = "";

    @Column(name = "replied_by_name")
    String repliedByName = "";

    @Column(name = "replied_at")
    Instant repliedAt = Instant.EPOCH;

    static ReplyRow of(Reply reply) {
        var row = new ReplyRow();
        row.id = reply.id();
        row.feedback = reply.feedback();
        row.sentence = reply.sentence();
        row.disposition = reply.disposition();
        row.correctedIn = reply.correctedIn();
        row.repliedBy = reply.by();
        row.repliedByName = reply.byName();
        row.repliedAt = reply.at();
        return row;
    }

    Reply reply() {
        return new Reply(id, feedback, sentence, disposition, correctedIn, repliedBy, repliedByName, repliedAt);
    }
}
