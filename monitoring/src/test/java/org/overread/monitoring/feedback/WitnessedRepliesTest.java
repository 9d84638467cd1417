package org.overread.monitoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.feedback.FeedbackFixtures.NOON;
import static org.overread.monitoring.feedback.FeedbackFixtures.id;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.store.FeedbackStores;
import org.overread.registry.audit.Checks;
import org.overread.registry.testing.InMemoryTrail;

@DisplayName("A4, A7: an answer that clears the way is held against the audit trail")
class WitnessedRepliesTest extends FeedbackBench {
    @BeforeEach
    void anOutputIsCalledWrong() {
        shown("a", ANA.personId());
        say(ANA, "wrong", "a", FeedbackKind.OVERRIDDEN, OverrideReason.CLINICALLY_WRONG);
    }

    private List<String> faults() {
        var trail = new InMemoryTrail();
        audit.recorded().forEach(each -> trail.append(each.actor(), each.deed(), NOON));
        return inTransaction(() -> Checks.faults(FeedbackStores.witnessedReplies(entities()), trail));
    }

    @Test
    void agreesWithWhatTheProductRecorded() {
        answer(MIRA, "wrong", null, "ok");
        answer(MIRA, "wrong", Disposition.KNOWN_LIMITATION, "The units were wrong for a week; they are right now.");

        assertThat(faults()).isEmpty();
    }

    @Test
    @DisplayName("A7: an answer that somebody put into the database is named, and one whose meaning was changed, too")
    void namesWhatNobodyRecorded() {
        asApplication("""
                INSERT INTO monitoring.feedback_reply (id, feedback, sentence, replied_by, replied_by_name, replied_at, disposition)
                VALUES (gen_random_uuid(), '%s', 'fine', '%s', 'Eve', now(), 'OUTPUT_WAS_RIGHT')""".formatted(id("wrong"), MIRA.id()));

        assertThat(faults())
                .containsExactly(
                        "the answer of Eve to a finding on sepsis/2 has no entry in the audit trail as it stands");

        answer(MIRA, "wrong", null, "ok");
        asOwner(
                "ALTER TABLE monitoring.feedback_reply DISABLE TRIGGER USER",
                "UPDATE monitoring.feedback_reply SET disposition = 'KNOWN_LIMITATION' WHERE sentence = 'ok'");
        assertThat(faults()).hasSize(3);
    }
}
