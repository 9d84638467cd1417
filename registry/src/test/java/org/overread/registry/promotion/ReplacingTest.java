package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.promotion.InMemoryGovernance.PASSWORD;
import static org.overread.registry.promotion.PromotionFixtures.SEPSIS_1;
import static org.overread.registry.promotion.PromotionFixtures.SEPSIS_3;
import static org.overread.registry.review.ReviewFixtures.BERLIN;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Stage;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Rule;

/** What a promotion replaces is said before it is signed, and is what then ends. */
class ReplacingTest {
    private final InMemoryGovernance governance = new InMemoryGovernance();
    private final UUID request;

    ReplacingTest() {
        governance.putInto(Stage.GENERAL, SEPSIS_1);
        governance.publishPilotPolicy();
        request = governance.submitted();
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
    }

    private static Intent approval(Set<ModelVersionId> shown) {
        return new Intent(CHAIR, Role.CHAIR, Meaning.APPROVAL, "", BERLIN, Intent.NOTHING_CHANGED, shown);
    }

    private Step approve(Set<ModelVersionId> shown) {
        governance.later(Duration.ofMinutes(1));
        return governance.reviews.sign(request, approval(shown), PASSWORD);
    }

    private String told() {
        return Objects.requireNonNull(
                        governance.promotions.request(CHAIR, request).replacement())
                .sentence();
    }

    private Deed deed(String action) {
        return governance.trail.recorded().stream()
                .map(each -> each.deed())
                .filter(deed -> deed.action().equals(action))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Test
    @DisplayName("A5: a pilot goes live beside the version in general use, and the page says so before")
    void letsAPilotRunBesideGeneralUse() {
        assertThat(told()).isEqualTo("No other version ends there. Version 1 (General use) stays.");

        assertThat(approve(Set.of())).isInstanceOf(Step.Taken.class);

        assertThat(governance.general()).contains(SEPSIS_1);
        assertThat(governance.pilot()).contains(SEPSIS_2);
        assertThat(told()).isEqualTo("No other version ends there. Version 1 (General use) stays.");
        assertThat(deed("stage.entered").sentence()).isEqualTo("sepsis/2 entered Pilot at north");
    }

    @Test
    @DisplayName("A5: another version went live since the chair looked: the approval is refused, in words, on record")
    void refusesAnApprovalOfSomethingElseThanWasShown() {
        governance.putInto(Stage.PILOT, SEPSIS_3);

        var step = approve(Set.of());

        assertThat(step)
                .isEqualTo(new Step.Refused(
                        Rule.ENDS_ANOTHER,
                        "What is live at north has changed since you looked. Version 3 (Pilot) ends there."
                                + " Version 1 (General use) stays. Look at the request again, then decide."));
        assertThat(governance.lastDeed().deed().action()).isEqualTo("promotion.signing-refused");
        assertThat(governance.state(request)).isEqualTo(State.READY_FOR_DECISION);
        assertThat(governance.pilot()).contains(SEPSIS_3);
    }

    @Test
    @DisplayName("A5: the trail names what the approval replaces, and what ended when it went live")
    void recordsWhatEnds() {
        governance.putInto(Stage.PILOT, SEPSIS_3);

        assertThat(approve(Set.of(SEPSIS_3))).isInstanceOf(Step.Taken.class);

        assertThat(deed("promotion.approved").details()).containsEntry("replaces", "sepsis/3");
        assertThat(deed("stage.entered").details())
                .containsEntry("replaced", "sepsis/3")
                .containsEntry("ended", "sepsis/3 PILOT");
        assertThat(told()).isEqualTo("Version 3 (Pilot) ends there. Version 1 (General use) stays.");
    }

    @Test
    @DisplayName("A5: what went live between approval and release is not ended without a decision")
    void haltsWhatWouldEndTheUnseen() {
        governance.later(Duration.ofMinutes(1));
        governance.desk.sign(request, approval(Set.of()));
        governance.later(Duration.ofMinutes(1));
        governance.putInto(Stage.PILOT, SEPSIS_3);

        assertThat(governance.releases.catchUp()).isZero();

        assertThat(governance.state(request)).isEqualTo(State.HALTED);
        assertThat(governance.promotions.request(CHAIR, request).status())
                .isEqualTo(
                        "Since it was approved, version 3 (Pilot) went live at north; nobody has decided that it ends.");
        assertThat(governance.pilot()).contains(SEPSIS_3);
    }

    @Test
    @DisplayName("A5: one that was to be ended and was stopped meanwhile does not hold the approved one back")
    void goesLiveWhenLessEnds() {
        governance.putInto(Stage.PILOT, SEPSIS_3);
        governance.later(Duration.ofMinutes(1));
        governance.desk.sign(request, approval(Set.of(SEPSIS_3)));
        governance.later(Duration.ofMinutes(1));
        governance.putInto(Stage.SUSPENDED, SEPSIS_3);

        assertThat(governance.releases.catchUp()).isEqualTo(1);
        assertThat(governance.pilot()).contains(SEPSIS_2);
    }

    @Test
    @DisplayName("A5: whoever may ask is told before asking")
    void tellsBeforeItIsAskedFor() {
        assertThat(governance
                        .promotions
                        .replacement(OWNER, SEPSIS_2, Stage.GENERAL, "north")
                        .replaced())
                .containsExactly(SEPSIS_1);
        assertThat(governance
                        .promotions
                        .replacement(OWNER, SEPSIS_2, Stage.GENERAL, "south")
                        .sentence())
                .isEqualTo("No version is live there, so none is replaced.");
    }
}
