package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2_CONTENT;
import static org.overread.registry.promotion.PromotionFixtures.IN_SILENT_RUN;
import static org.overread.registry.promotion.PromotionFixtures.LATER;
import static org.overread.registry.promotion.PromotionFixtures.SEPSIS_1;
import static org.overread.registry.promotion.PromotionFixtures.SILENT_RUN;
import static org.overread.registry.promotion.PromotionFixtures.after;
import static org.overread.registry.promotion.PromotionFixtures.policy;
import static org.overread.registry.promotion.PromotionFixtures.standing;
import static org.overread.registry.promotion.PromotionFixtures.step;
import static org.overread.registry.review.ReviewFixtures.NOON;
import static org.overread.registry.review.ReviewFixtures.SEPSIS_NORTH;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageHistory;
import org.overread.registry.promotion.Admission.Admitted;
import org.overread.registry.promotion.NotAdmitted.Reason;

class AdmissionTest {
    private static void assertRefused(Admission admission, Reason reason) {
        assertThat(admission)
                .isInstanceOfSatisfying(
                        NotAdmitted.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void takesTheNextStageUnderThePolicyInForce() {
        assertThat(Admission.of(IN_SILENT_RUN, Stage.PILOT, policy(), false)).isEqualTo(new Admitted(policy()));
    }

    @Test
    @DisplayName("D4: without a policy every stage is closed")
    void refusesWithoutAPolicy() {
        assertThat(Admission.of(IN_SILENT_RUN, Stage.PILOT, null, false))
                .isEqualTo(new NotAdmitted(
                        Reason.NO_POLICY, "No published policy opens the stage Pilot for sepsis, so it stays closed."));
    }

    @Test
    @DisplayName("D1: skipping a stage is refused")
    void refusesToSkipAStage() {
        assertThat(Admission.of(standing(List.of()), Stage.PILOT, policy(), false))
                .isEqualTo(new NotAdmitted(
                        Reason.STAGE_SKIPPED,
                        "sepsis/2 at north is at the stage Registered; Pilot policy, number 1 does not let it enter"
                                + " Pilot from there."));
    }

    @Test
    void refusesWhereTheVersionIsAlready() {
        assertRefused(Admission.of(IN_SILENT_RUN, Stage.SILENT, policy(), false), Reason.ALREADY_THERE);
    }

    @Test
    void refusesToAskTwice() {
        assertRefused(Admission.of(IN_SILENT_RUN, Stage.PILOT, policy(), true), Reason.ALREADY_ASKED);
    }

    @Test
    @DisplayName("A1: a version that is no longer what was registered asks for nothing")
    void refusesAnAlteredVersion() {
        var altered = new Standing(
                SEPSIS_2,
                SEPSIS_2_CONTENT,
                "north",
                SEPSIS_NORTH,
                false,
                new StageHistory(SILENT_RUN),
                Map.of(),
                List.of(),
                LATER);

        assertRefused(Admission.of(altered, Stage.PILOT, policy(), false), Reason.NOT_AS_REGISTERED);
    }

    @Test
    void letsASuspendedVersionAskToResumeWhereItWasAndNowhereElse() {
        var suspendedPilot = after(
                step(SEPSIS_2, Stage.PILOT, NOON, new UUID(31, 5)),
                step(SEPSIS_2, Stage.SUSPENDED, NOON.plusSeconds(1), null));
        var suspendedSilentRun = after(step(SEPSIS_2, Stage.SUSPENDED, NOON, null));

        assertThat(Admission.of(suspendedPilot, Stage.PILOT, policy(), false)).isInstanceOf(Admitted.class);
        assertRefused(Admission.of(suspendedSilentRun, Stage.PILOT, policy(), false), Reason.STAGE_SKIPPED);
    }

    @Test
    @DisplayName("D4: nor does a suspended version resume without a policy")
    void resumesOnlyUnderAPolicy() {
        var suspendedPilot = after(
                step(SEPSIS_2, Stage.PILOT, NOON, new UUID(31, 5)),
                step(SEPSIS_2, Stage.SUSPENDED, NOON.plusSeconds(1), null));

        assertRefused(Admission.of(suspendedPilot, Stage.PILOT, null, false), Reason.NO_POLICY);
    }

    @Test
    @DisplayName("A6: a replaced version may ask to come back to the stage it was replaced in")
    void letsAReplacedVersionAskToComeBack() {
        var replaced = after(
                step(SEPSIS_2, Stage.PILOT, NOON, new UUID(31, 5)),
                step(SEPSIS_1, Stage.PILOT, NOON.plusSeconds(1), new UUID(31, 6)));

        assertThat(replaced.stage()).isEqualTo(Stage.RETIRED);
        assertThat(Admission.of(replaced, Stage.PILOT, policy(), false)).isInstanceOf(Admitted.class);
        assertRefused(Admission.of(replaced, Stage.SILENT, policy(), false), Reason.STAGE_SKIPPED);
    }

    @Test
    void letsARetiredVersionAskForNothing() {
        var retired = after(
                step(SEPSIS_2, Stage.PILOT, NOON, new UUID(31, 5)),
                step(SEPSIS_2, Stage.RETIRED, NOON.plusSeconds(1), null));

        assertRefused(Admission.of(retired, Stage.PILOT, policy(), false), Reason.STAGE_SKIPPED);
    }

    @Test
    void looksAtThisSiteOnly() {
        var south = new Standing(
                SEPSIS_2,
                SEPSIS_2_CONTENT,
                "south",
                SEPSIS_NORTH,
                true,
                new StageHistory(SILENT_RUN),
                Map.of(),
                List.of(),
                LATER);

        assertThat(south.stage()).isEqualTo(Stage.REGISTERED);
        assertRefused(Admission.of(south, Stage.PILOT, policy(), false), Reason.STAGE_SKIPPED);
    }
}
