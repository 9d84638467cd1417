package org.overread.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.overread.registry.gate.GateFixtures.ENOUGH_PREDICTIONS;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.MORNING;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;
import static org.overread.registry.gate.GateFixtures.pilotDraft;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Criterion.Direction;
import org.overread.registry.review.RequiredReview;

class PolicyDraftTest {
    private static final List<RequiredReview> ONE_CLINICIAN = List.of(new RequiredReview(Role.CLINICAL_REVIEWER, 1));

    private static PolicyDraft draft(Set<Stage> opens, Set<Stage> from, Criterion... criteria) {
        return new PolicyDraft("Policy", opens, from, null, List.of(criteria), ONE_CLINICIAN);
    }

    private static PolicyDraft reviewedBy(RequiredReview... reviews) {
        var draft = pilotDraft();
        return new PolicyDraft(
                draft.name(), draft.opens(), draft.from(), draft.model(), draft.criteria(), List.of(reviews));
    }

    private static PolicyDraft named(String name) {
        var draft = pilotDraft();
        return new PolicyDraft(name, draft.opens(), draft.from(), draft.model(), draft.criteria(), draft.reviews());
    }

    @Test
    void becomesAPolicyWithIdNumberAndDate() {
        var draft = named("  Pilot policy ");

        var policy = draft.publish(
                new UUID(1, 1),
                GateFixtures.book(MORNING, GateFixtures.pilotPolicy(2, draft.criteria())),
                "Dr. Clara Chair",
                MORNING,
                GateFixtures.enactment());

        assertThat(policy)
                .isEqualTo(new Policy(
                        new UUID(1, 1),
                        "Pilot policy",
                        3,
                        draft.opens(),
                        draft.from(),
                        null,
                        draft.criteria(),
                        draft.reviews(),
                        "Dr. Clara Chair",
                        MORNING,
                        StopRule.USUAL,
                        EvidenceWindow.EVERYTHING,
                        GateFixtures.enactment()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"PILOT", "GENERAL"})
    @DisplayName("D3: a live stage is not opened by statistics alone")
    void aLiveStageNeedsFeedback(Stage live) {
        assertThat(draft(Set.of(live), Set.of(), GOOD_SENSITIVITY, ENOUGH_PREDICTIONS)
                        .problems())
                .containsExactly(new FieldProblem(
                        "criteria",
                        "A live stage needs at least one criterion on what clinicians say of its outputs."));
    }

    @Test
    @DisplayName("D3: nor by feedback alone")
    void aLiveStageNeedsStatistics() {
        assertThat(draft(Set.of(Stage.PILOT), Set.of(), NOTHING_SEVERE_OPEN).problems())
                .containsExactly(new FieldProblem(
                        "criteria", "A live stage needs at least one criterion on the version's statistics."));
    }

    @Test
    void aStageBeforeAnybodySeesOutputsMayDoWithStatistics() {
        assertThat(draft(Set.of(Stage.LOCAL_VALIDATION, Stage.SILENT), Set.of(), ENOUGH_PREDICTIONS)
                        .problems())
                .isEmpty();
    }

    @Test
    @DisplayName("D4: a policy without criteria is refused")
    void refusesNoCriteria() {
        assertThat(draft(Set.of(Stage.SILENT), Set.of()).problems())
                .extracting(FieldProblem::field)
                .containsExactly("criteria");
    }

    @Test
    void refusesTheSameKeyTwice() {
        assertThat(draft(Set.of(Stage.SILENT), Set.of(), ENOUGH_PREDICTIONS, ENOUGH_PREDICTIONS)
                        .problems())
                .containsExactly(new FieldProblem("criteria[1]", "Another criterion has the key predictions."));
    }

    @Test
    void namesTheCriterionThatIsWrong() {
        var wrong = new Criterion("auroc", GateMetric.AUROC, null, Direction.AT_LEAST, 70);

        assertThat(draft(Set.of(Stage.SILENT), Set.of(), ENOUGH_PREDICTIONS, wrong)
                        .problems())
                .containsExactly(new FieldProblem("criteria[1]", "AUROC takes a limit from 0 to 1."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void refusesNoName(String name) {
        assertThat(named(name).problems()).extracting(FieldProblem::field).containsExactly("name");
    }

    @Test
    void refusesANameOfMoreThanAHundredCharacters() {
        assertThat(named("n".repeat(100)).problems()).isEmpty();
        assertThat(named("n".repeat(101)).problems()).hasSize(1);
    }

    @Test
    void refusesAPolicyThatOpensNothing() {
        assertThat(draft(Set.of(), Set.of(), ENOUGH_PREDICTIONS).problems())
                .containsExactly(new FieldProblem("opens", "A policy opens at least one stage."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"REGISTERED", "SUSPENDED", "RETIRED"})
    void refusesToOpenWhatNoPromotionEnters(Stage stage) {
        assertThat(draft(Set.of(stage), Set.of(), ENOUGH_PREDICTIONS).problems())
                .containsExactly(new FieldProblem("opens", stage.title() + " is not entered by a promotion."));
    }

    @Test
    @DisplayName("D1: a stage is entered from an earlier one only")
    void refusesToComeFromALaterStage() {
        assertThat(draft(Set.of(Stage.SILENT), Set.of(Stage.REGISTERED, Stage.PILOT), ENOUGH_PREDICTIONS)
                        .problems())
                .containsExactly(new FieldProblem("from", "No stage that this policy opens comes after Pilot."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"SILENT", "SUSPENDED", "RETIRED"})
    void refusesToComeFromTheSameStageOrFromOutsideTheWay(Stage stage) {
        assertThat(draft(Set.of(Stage.SILENT), Set.of(stage), ENOUGH_PREDICTIONS)
                        .problems())
                .extracting(FieldProblem::field)
                .containsExactly("from");
    }

    @Test
    void refusesNoReviews() {
        assertThat(reviewedBy().problems())
                .containsExactly(new FieldProblem("reviews", "A policy asks for at least one review."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLINICIAN", "MODEL_OWNER", "CHAIR", "COMPLIANCE", "ADMINISTRATOR"})
    @DisplayName("D5: only reviewing roles can be asked to review")
    void refusesRolesThatDoNotReview(Role role) {
        assertThat(reviewedBy(new RequiredReview(role, 1)).problems())
                .extracting(FieldProblem::field)
                .containsExactly("reviews[0]");
    }

    @Test
    @DisplayName("D5: a quorum is at least one")
    void refusesAQuorumOfNobody() {
        assertThat(reviewedBy(new RequiredReview(Role.SAFETY_OFFICER, 1)).problems())
                .isEmpty();
        assertThat(reviewedBy(new RequiredReview(Role.SAFETY_OFFICER, 0)).problems())
                .containsExactly(new FieldProblem("reviews[0]", "At least one person must review, was 0."));
    }

    @Test
    void refusesTheSameRoleTwice() {
        assertThat(reviewedBy(
                                new RequiredReview(Role.CLINICAL_REVIEWER, 1),
                                new RequiredReview(Role.CLINICAL_REVIEWER, 2))
                        .problems())
                .containsExactly(new FieldProblem(
                        "reviews[1]", "Clinical reviewer is asked for twice; raise the number instead."));
    }

    @Test
    void tellsEveryProblemAtOnceAndPublishesNothing() {
        var broken = new PolicyDraft("", Set.of(), Set.of(), null, List.of(), List.of());

        assertThatExceptionOfType(GovernanceException.class)
                .isThrownBy(() -> broken.publish(
                        new UUID(1, 1),
                        GateFixtures.book(MORNING),
                        "Dr. Clara Chair",
                        MORNING,
                        GateFixtures.enactment()))
                .satisfies(refusal -> assertThat(refusal.fields())
                        .extracting(FieldProblem::field)
                        .containsExactly("name", "opens", "criteria", "reviews"));
    }
}
