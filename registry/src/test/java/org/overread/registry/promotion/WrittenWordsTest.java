package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.promotion.PromotionFixtures.SEPSIS_1;
import static org.overread.registry.review.ReviewFixtures.BERLIN;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.OWNER;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.Written;
import org.overread.registry.catalog.Stage;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;

/** What people write beside a request and a signature is read by the whole committee, and kept for good. */
class WrittenWordsTest {
    private static final String SURE = "As with MRN 00482913, it was late.";
    private static final String DOUBTFUL = "Mrs Smith was seen 11/02/2025.";

    private final InMemoryGovernance governance = new InMemoryGovernance();

    @BeforeEach
    void aPolicy() {
        governance.putInto(Stage.GENERAL, SEPSIS_1);
        governance.publishPilotPolicy();
    }

    @Test
    @DisplayName("G3: a rationale with a record number is refused, confirmed or not, and leaves nothing behind")
    void refusesARationaleThatNamesAPatient() {
        assertThatThrownBy(() -> submit(new Written<>(SURE, true))).satisfies(WrittenWordsTest::namesNobody);

        assertThat(governance.requests.files).isEmpty();
    }

    @Test
    @DisplayName(
            "G3: a doubtful rationale waits for the writer's word; what was confirmed is told by kind in the trail")
    void recordsWhatWasConfirmed() {
        assertThatThrownBy(() -> submit(Written.plainly(DOUBTFUL))).isInstanceOf(GovernanceException.class);

        assertThat(submit(new Written<>(DOUBTFUL, true))).isInstanceOf(Submitting.Submitted.class);
        assertThat(governance.lastDeed().deed().details()).containsEntry("confirmedNoIdentifiers", "a name, a date");
        assertThat(governance.lastDeed().deed().toString()).doesNotContain("Smith");
    }

    @Test
    @DisplayName("G3: a comment beside a signature is held to the same rule")
    void refusesACommentThatNamesAPatient() {
        var request = governance.submitted();

        assertThatThrownBy(() -> sign(request, new Written<>(SURE, true))).satisfies(WrittenWordsTest::namesNobody);
        assertThatThrownBy(() -> sign(request, Written.plainly(DOUBTFUL))).isInstanceOf(GovernanceException.class);

        assertThat(sign(request, new Written<>(DOUBTFUL, true))).isInstanceOf(Step.Taken.class);
        assertThat(governance.lastDeed().deed().details()).containsEntry("confirmedNoIdentifiers", "a name, a date");
    }

    private Submitting submit(Written<String> why) {
        return governance.promotions.submit(OWNER, SEPSIS_2, Stage.PILOT, "north", why);
    }

    private Step sign(UUID request, Written<String> comment) {
        var intent = new Intent(CLINICAL, Role.CLINICAL_REVIEWER, Meaning.REVIEW, comment.what(), BERLIN);
        return governance.reviews.sign(
                request, new Written<>(intent, comment.noIdentifiersConfirmed()), InMemoryGovernance.PASSWORD);
    }

    private static void namesNobody(Throwable refusal) {
        assertThat(((GovernanceException) refusal).fields())
                .extracting(FieldProblem::reason)
                .containsExactly("seems to hold a medical record number at character 9: take it out");
        assertThat(refusal.toString()).doesNotContain("00482913");
    }
}
