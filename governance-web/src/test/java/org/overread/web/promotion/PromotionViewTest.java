package org.overread.web.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.EVERY_ROLE;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.SECOND_CLINICAL;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;
import static org.overread.registry.review.ReviewFixtures.person;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.promotion.InMemoryGovernance;
import org.overread.registry.promotion.PromotionFixtures;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.promotion.Submitting;
import org.overread.registry.review.ReviewFixtures;
import org.overread.registry.testing.GivenRights;
import org.overread.web.shell.Tag;
import org.overread.web.testing.Committee;
import org.overread.web.testing.CommitteeTest;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = PromotionView.class)
@AddBeanClasses({PromotionView.class, Titles.class})
class PromotionViewTest extends CommitteeTest {
    private static final Change CONCERN =
            new Change.SevereFinding(new UUID(2, 1), true, ReviewFixtures.NOON, "north", true);

    private InMemoryGovernance governance = Committee.convene();
    private UUID request = new UUID(0, 0);

    @BeforeEach
    void theOwnerAsksForThePilot() {
        governance = Committee.convene();
        governance.publishPilotPolicy();
        request = governance.submitted();
    }

    @Test
    @DisplayName("D5: each sees the actions that their role may take now, and no other")
    void offersOnlyWhatMayBeDone() {
        assertThat(actionsOf(OWNER)).containsExactly("Withdraw …");
        assertThat(actionsOf(CLINICAL)).containsExactly("Sign a review …");
        assertThat(actionsOf(person(9, "Cleo Compliance", Role.COMPLIANCE))).isEmpty();
        assertThat(actionsOf(CHAIR)).containsExactly("Reject …");
    }

    @Test
    @DisplayName("D5: those whose role is there for it but who may not sign are told why")
    void saysWhyNot() {
        assertThat(words(CHAIR))
                .contains("Reviews are still missing: 1 more as clinical reviewer, 1 more as technical reviewer.");

        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);

        assertThat(words(CLINICAL)).contains("You have signed this request already; one person counts once.");
        assertThat(actionsOf(CLINICAL)).isEmpty();
    }

    @Test
    @DisplayName("D5: a reviewer who asked for it themselves is told that others review it")
    void tellsTheRequesterThatOthersReview() {
        var both = person(8, "Bo Both", Role.MODEL_OWNER, Role.CLINICAL_REVIEWER);
        request = ((Submitting.Submitted) resubmittedBy(both)).request();

        assertThat(words(both)).contains("You submitted this request, so others review and decide it.");
        assertThat(actionsOf(both)).containsExactly("Withdraw …");
    }

    @Test
    void aReviewerSignsAndSeesTheSignature() {
        open(CLINICAL);
        var dialog = press("Sign a review …");
        test(dialog.meaning).selectItem("Review");
        assertThat(dialog.getElement().getTextRecursively())
                .contains("which covers 3 Feb 2026, 08:00 UTC to 4 May 2026, 08:00 UTC, under Pilot policy, number 1")
                .contains("The frozen figures you sign on");
        test(dialog.comment).setValue("Figures checked.");
        test(dialog.password).setValue(InMemoryGovernance.PASSWORD);
        test(dialog.sign).click();

        assertThat(find(SignatureCard.class).single().getElement().getTextRecursively())
                .contains(
                        "Dr. Carl Clinical (Clinical reviewer)",
                        "Covers what is shown",
                        "Review:",
                        "UTC",
                        "Figures checked.");
        assertThat(governance.state(request)).isEqualTo(State.IN_REVIEW);
    }

    @Test
    @DisplayName("D8: with a wrong password nothing is signed, and the dialog says so")
    void refusesAWrongPassword() {
        open(CLINICAL);
        var dialog = press("Sign a review …");
        test(dialog.meaning).selectItem("Review");
        test(dialog.password).setValue("guess");
        test(dialog.sign).click();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(dialog.refusal.getElement().getTextRecursively())
                .isEqualTo("The password is not right, so nothing was signed.");
        assertThat(find(SignatureCard.class).exists()).isFalse();
    }

    @Test
    void theChairDecidesAndTheVersionIsLive() {
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        open(CHAIR);
        var dialog = press("Decide …");
        test(dialog.meaning).selectItem("Approval");
        test(dialog.password).setValue(InMemoryGovernance.PASSWORD);
        test(dialog.sign).click();

        assertThat(governance.state(request)).isEqualTo(State.LIVE);
        assertThat(words()).contains("In effect since 4 May 2026, 12:02 UTC, approved by Dr. Clara Chair");
        assertThat(actionsOf(CHAIR)).isEmpty();
    }

    @Test
    @DisplayName("A7: a request whose entry the audit trail does not bear out is not called in effect")
    void isInDoubt() {
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        governance.approve(CHAIR, request);
        governance.doubts.add("The audit trail does not bear out what stands here: signature 7 has no entry.");

        assertThat(words(OWNER))
                .contains("Halted", governance.doubts.getFirst())
                .doesNotContain("In effect");
        assertThat(actionsOf(OWNER)).isEmpty();
    }

    @Test
    @DisplayName(
            "A9: of what was stopped since, the page says who approved it, until when it held, who stopped it and why")
    void tellsWhatIsNoLongerInEffect() {
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        governance.approve(CHAIR, request);
        var officer = EVERY_ROLE;
        governance.catalog.stages().suspend(officer, GateFixtures.SEPSIS_2, "north", "Two false alarms in one night.");

        assertThat(governance.state(request)).isEqualTo(State.ENDED);
        assertThat(words(OWNER))
                .contains("No longer in effect", "approved by Dr. Clara Chair (Committee chair).")
                .contains("Eve Every stopped it on 4 May 2026", "Its stage there is now: suspended.")
                .contains("Why: Two false alarms in one night.", "What it replaced");
        assertThat(find(Tag.class).all())
                .extracting(tag -> tag.getElement().getTextRecursively())
                .doesNotContain("In effect");
    }

    @Test
    @DisplayName("G1, D5: the chair's open page and dialog sign nothing once the role was taken away")
    void signsWithTheRightsOfTheClick() {
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        var rights = GivenRights.of(
                Set.of(new Grant(Role.CHAIR, Scope.EVERYWHERE), new Grant(Role.COMPLIANCE, Scope.EVERYWHERE)));
        open(person(9, "Dr. Pat Present", rights));
        var dialog = press("Decide …");
        test(dialog.meaning).selectItem("Approval");
        test(dialog.password).setValue(InMemoryGovernance.PASSWORD);

        rights.take(Role.CHAIR);
        test(dialog.sign).click();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(dialog.refusal.getElement().getTextRecursively())
                .isEqualTo("You do not hold the role committee chair for this model and site.");
    }

    @Test
    @DisplayName("A5: page and dialog say what ends; when that has changed since, the approval is refused with words")
    void saysWhatEndsBeforeItIsSigned() {
        governance.putInto(Stage.GENERAL, PromotionFixtures.SEPSIS_1);
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        assertThat(words(CHAIR)).contains("What it replaces", "No other version ends there.");
        var dialog = press("Decide …");
        test(dialog.meaning).selectItem("Approval");
        assertThat(dialog.getElement().getTextRecursively())
                .contains("At North Hospital: No other version ends there. Version 1 (General use) stays.");

        governance.putInto(Stage.PILOT, PromotionFixtures.SEPSIS_3);
        test(dialog.password).setValue(InMemoryGovernance.PASSWORD);
        test(dialog.sign).click();

        assertThat(dialog.refusal.getElement().getTextRecursively())
                .isEqualTo("What is live at north has changed since you looked. Version 3 (Pilot) ends there."
                        + " Version 1 (General use) stays. Look at the request again, then decide.");
        assertThat(governance.state(request)).isEqualTo(State.READY_FOR_DECISION);
    }

    @Test
    void aRejectionWithoutAReasonStaysInTheDialog() {
        open(SECOND_CLINICAL);
        var dialog = press("Sign a review …");
        test(dialog.meaning).selectItem("Rejection");
        test(dialog.password).setValue(InMemoryGovernance.PASSWORD);
        test(dialog.sign).click();

        assertThat(dialog.refusal.getElement().getTextRecursively()).isEqualTo("Say in the comment why you reject it.");
        assertThat(governance.state(request)).isEqualTo(State.IN_REVIEW);
    }

    @Test
    void theRequesterWithdraws() {
        open(OWNER);
        test(find(Button.class).withText("Withdraw …").single()).click();
        roundTrip();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(governance.state(request)).isEqualTo(State.WITHDRAWN);
        assertThat(words()).contains("Withdrawn by Olga Owner.");
    }

    @Test
    @DisplayName("D8: evidence altered after signing is shown, and its signatures as no longer covering")
    void showsWhatWasAltered() {
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.tamper(request, GateFixtures.evidence(GateFixtures.estimate(GateMetric.SENSITIVITY, 0.99, 0.98, 1)));

        assertThat(words(TECHNICAL))
                .contains("The evidence is no longer what was submitted.", "No longer covers what is shown", "Halted");
        assertThat(actionsOf(TECHNICAL)).isEmpty();
    }

    @Test
    @DisplayName("D7: a newer policy does not judge the request; what it demands otherwise is shown")
    void showsWhatTheNewerPolicyDemands() {
        governance.publish(new org.overread.registry.gate.PolicyDraft(
                GateFixtures.pilotDraft().name(),
                GateFixtures.pilotDraft().opens(),
                GateFixtures.pilotDraft().from(),
                null,
                List.of(GateFixtures.GOOD_SENSITIVITY, GateFixtures.NOTHING_SEVERE_OPEN, GateFixtures.FEW_OVERRIDES),
                GateFixtures.pilotDraft().reviews()));

        assertThat(words(CLINICAL))
                .contains(
                        "Judged by Pilot policy, number 1",
                        "this request keeps its own",
                        "Now demanded: Override rate");
    }

    @Test
    @DisplayName("D15: a concern that came in stands beside what was pinned, says who must act, and stops the chair")
    void showsWhatHasChangedSince() {
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        governance.happens(CONCERN);

        assertThat(words(CHAIR))
                .contains(
                        "Stopped by what has changed since",
                        "Since this was submitted",
                        "A safety concern of 4 May 2026, 12:00 UTC at north is not cleared.",
                        "Somebody who neither told it nor asked for the release clears it",
                        "Go to the findings",
                        "2 of 2 criteria met.");
        assertThat(actionsOf(CHAIR)).containsExactly("Reject …");
    }

    @Test
    @DisplayName("D15: what has changed is told once on the page, with whether it stops the release, and why")
    void tellsWhatHasChangedOnce() {
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        governance.happens(CONCERN);
        governance.measure(GateFixtures.evidence(
                GateFixtures.estimate(GateMetric.SENSITIVITY, 0.5, 0.4, 0.6),
                Figure.counted(GateMetric.UNANSWERED_SEVERE, 0)));

        var page = words(CHAIR);

        assertThat(page.split("A safety concern of 4 May 2026", -1)).hasSize(2);
        assertThat(page)
                .contains("By the policy, a release is stopped by a new safety concern.")
                .contains("By the policy, a release is not stopped by figures of now that would keep the gate shut.")
                .contains("when submitted met (0.780", "by the figures of now not met (0.500")
                .contains("Nobody approves while it is stopped by what has changed since; see there.")
                .doesNotContain("Now: Not met");
        assertThat(page.split("0.500 \\(0.400", -1)).as("the figure of now").hasSize(2);
    }

    @Test
    @DisplayName("D15: who signs is told what has changed in the sentence they sign")
    void saysWhatHasChangedBeforeSigning() {
        governance.happens(CONCERN);
        open(SECOND_CLINICAL);
        var dialog = press("Sign a review …");
        test(dialog.meaning).selectItem("Review");

        assertThat(dialog.getElement().getTextRecursively()).contains("Since then: A safety concern of 4 May 2026");
        test(dialog.password).setValue(InMemoryGovernance.PASSWORD);
        test(dialog.sign).click();

        assertThat(governance
                        .promotions
                        .request(CHAIR, request)
                        .signatures()
                        .getFirst()
                        .signature()
                        .since())
                .isEqualTo(CONCERN.sentence());
    }

    @Test
    @DisplayName("D15: a chair whose page is older than a concern signs nothing")
    void refusesAnOldPage() {
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        open(CHAIR);
        var dialog = press("Decide …");
        test(dialog.meaning).selectItem("Approval");
        governance.happens(CONCERN);
        test(dialog.password).setValue(InMemoryGovernance.PASSWORD);
        test(dialog.sign).click();

        assertThat(dialog.refusal.getElement().getTextRecursively()).startsWith("Stopped by what has changed since");
        assertThat(governance.state(request)).isEqualTo(State.READY_FOR_DECISION);
    }

    @Test
    @DisplayName("D14: a request that the gate could not judge says undetermined and why")
    void showsWhatCouldNotBeTold() {
        governance.measure(GateFixtures.evidence(Figure.missing(GateMetric.SENSITIVITY, "no outcomes are known yet")));
        request = ((Submitting.Submitted) resubmittedBy(OWNER)).request();

        assertThat(words(OWNER)).contains("Blocked by the gate", "Undetermined", "No outcomes are known yet.");
    }

    private Submitting resubmittedBy(Actor actor) {
        governance.promotions.withdraw(OWNER, request);
        return governance.submit(actor);
    }

    private List<String> actionsOf(Actor.Person person) {
        open(person);
        return find(Button.class).all().stream()
                .map(Button::getText)
                .filter(words -> words.endsWith("…"))
                .toList();
    }

    private SignDialog press(String button) {
        test(find(Button.class).withText(button).single()).click();
        roundTrip();
        var dialog = find(SignDialog.class).single();
        assertThat(dialog.meaning.isEmpty())
                .as("nothing is chosen for who signs")
                .isTrue();
        test(dialog.meaning).selectItem(button.startsWith("Decide") ? "Approval" : "Review");
        return dialog;
    }

    private String words(Actor.Person person) {
        open(person);
        return words();
    }

    private String words() {
        return find(PromotionView.class).single().getElement().getTextRecursively();
    }

    private void open(Actor.Person person) {
        SignedIn.as(person);
        navigate("promotions/" + request + "/", PromotionView.class);
        navigate("promotions/" + request, PromotionView.class);
    }
}
