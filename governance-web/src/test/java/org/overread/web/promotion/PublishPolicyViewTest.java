package org.overread.web.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.SECOND_CHAIR;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.Set;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.Enactment;
import org.overread.registry.gate.EvidenceWindow;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.StopRule;
import org.overread.registry.promotion.InMemoryGovernance;
import org.overread.registry.review.RequiredReview;
import org.overread.web.testing.Committee;
import org.overread.web.testing.CommitteeTest;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = PublishPolicyView.class)
@AddBeanClasses({PublishPolicyView.class, PolicyView.class})
class PublishPolicyViewTest extends CommitteeTest {
    private InMemoryGovernance governance = Committee.convene();

    @BeforeEach
    void theChairWrites() {
        governance = Committee.convene();
        SignedIn.as(CHAIR);
    }

    @Test
    @DisplayName(
            "G1: a policy that was begun comes back after a reload as it stood, with a limit that is still missing")
    void bringsBackWhatWasBegun() {
        var begun = written();
        begun.form.criteria.rows().getFirst().limit.clear();
        begun.form.window.span.setValue(EvidenceWindow.Span.LAST_DAYS);
        begun.form.window.days.setValue(90);
        var kept = PolicyText.of(begun.form.draft());

        var again = navigate(PublishPolicyView.class);
        again.broughtBack(kept);

        assertThat(again.form.draft()).isEqualTo(begun.form.draft());
        again.broughtBack("{\"name\": 3}");
        assertThat(again.form.draft()).isEqualTo(begun.form.draft());
    }

    @Test
    void publishesWhatWasWritten() {
        var view = written();
        test(view.publish).click();

        assertThat(governance.policies.list(CHAIR))
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new Policy(
                        new java.util.UUID(0, 0),
                        "Pilot policy",
                        1,
                        Set.of(Stage.PILOT),
                        Set.of(),
                        null,
                        List.of(
                                criterion("outcomes-at-least", GateMetric.OUTCOMES, Criterion.Direction.AT_LEAST, 1000),
                                criterion(
                                        "sensitivity-at-least",
                                        GateMetric.SENSITIVITY,
                                        Criterion.Direction.AT_LEAST,
                                        0.6),
                                criterion(
                                        "unanswered-severe-at-most",
                                        GateMetric.UNANSWERED_SEVERE,
                                        Criterion.Direction.AT_MOST,
                                        0)),
                        List.of(
                                new RequiredReview(Role.CLINICAL_REVIEWER, 1),
                                new RequiredReview(Role.TECHNICAL_REVIEWER, 1)),
                        CHAIR.name(),
                        governance.now(),
                        StopRule.USUAL,
                        EvidenceWindow.EVERYTHING,
                        new Enactment(CHAIR.id(), "The committee has agreed.", governance.now(), List.of())));
        assertThat(getCurrentView()).isInstanceOf(PolicyView.class);
    }

    @Test
    @DisplayName("D3: a policy for a live stage without a criterion on clinicians' feedback is refused beside the list")
    void refusesAPilotWithoutFeedback() {
        var view = written();
        test(view.form.criteria.rows().get(2).remove).click();
        test(view.publish).click();

        assertThat(view.form.criteria.getErrorMessage()).contains("what clinicians say of its outputs");
        assertThat(governance.policies.list(CHAIR)).isEmpty();
    }

    @Test
    @DisplayName(
            "A6: the window of the evidence is chosen with few options, told in the preview, and asked for when days lack")
    void choosesTheWindow() {
        var view = written();
        view.form.window.span.setValue(EvidenceWindow.Span.LAST_DAYS);
        test(view.publish).click();
        assertThat(view.form.window.days.isInvalid()).isTrue();

        view.form.window.days.setValue(90);

        assertThat(view.getElement().getTextRecursively())
                .contains("Its figures cover the last 90 days before they are taken.");
        assertThat(view.form.draft().window()).isEqualTo(EvidenceWindow.lastDays(90));
        view.form.window.span.setValue(EvidenceWindow.Span.THIS_STAGE);
        assertThat(view.form.window.days.isVisible()).isFalse();
        assertThat(view.form.draft().window()).isEqualTo(EvidenceWindow.THIS_STAGE);
    }

    @Test
    void tellsEachProblemBesideItsField() {
        var view = written();
        view.form.name.clear();
        view.form.opens.clear();
        test(view.form.criteria.rows().get(1).limit).setValue(1.5);
        view.form.reviewer(Role.CLINICAL_REVIEWER).setValue(0);
        view.form.reviewer(Role.TECHNICAL_REVIEWER).setValue(-1);
        test(view.publish).click();

        assertThat(view.form.name.getErrorMessage()).isEqualTo("A policy has a name of 1 to 100 characters.");
        assertThat(view.form.opens.getErrorMessage()).isEqualTo("A policy opens at least one stage.");
        assertThat(view.form.criteria.rows().get(0).isInvalid()).isFalse();
        assertThat(view.form.criteria.rows().get(1).getErrorMessage())
                .isEqualTo("Sensitivity takes a limit from 0 to 1.");
        assertThat(view.form.reviewer(Role.TECHNICAL_REVIEWER).getErrorMessage())
                .isEqualTo("At least one person must review, was -1.");
    }

    @Test
    void forgetsTheProblemOfARowThatWasRemoved() {
        var view = written();
        test(view.form.criteria.rows().get(1).limit).setValue(1.5);
        test(view.publish).click();
        test(view.form.criteria.rows().get(1).remove).click();
        test(view.publish).click();

        assertThat(governance.policies.list(CHAIR)).hasSize(1);
    }

    @Test
    void saysInSentencesWhatItWillDemand() {
        var view = written();

        assertThat(view.getElement().getTextRecursively())
                .contains(
                        "Opens Pilot for every model. A version may come from the stage right before.",
                        "Sensitivity at least 0.60, by the lower 95 % bound",
                        "Reviewed by 1 clinical reviewer and 1 technical reviewer, never by the requester; then the committee chair decides.",
                        "Publishing is final");
    }

    @Test
    @DisplayName("D7: publishing asks for a reason and the password, and says what is wrong with either")
    void asksForReasonAndPassword() {
        var view = written();
        view.enactment.reason.clear();
        test(view.publish).click();
        assertThat(view.enactment.reason.getErrorMessage()).isEqualTo("Why is required.");

        agreed(view);
        test(view.enactment.password).setValue("guess");
        test(view.publish).click();
        assertThat(view.getElement().getTextRecursively()).contains("The password is not right, so nothing was done.");
        assertThat(governance.policies.list(CHAIR)).isEmpty();
    }

    @Test
    @DisplayName("D7: what asks less than before says so while it is written, and waits for a second person")
    void saysThatASecondPersonIsNeeded() {
        governance.publishPilotPolicy();
        var view = written();
        test(view.form.criteria.rows().get(1).limit).setValue(0.5);

        assertThat(view.getElement().getTextRecursively())
                .contains(
                        "Asks less than before: a second person must confirm it",
                        "Demands Sensitivity at least 0.50, by the lower 95 % bound instead of at least 0.60.");
        test(view.publish).click();

        assertThat(getCurrentView()).isInstanceOf(PolicyView.class);
        assertThat(((PolicyView) getCurrentView()).getElement().getTextRecursively())
                .contains("Waits for a second person", "In which ways it is laxer");
        var proposed = governance.policies.list(CHAIR).getFirst();
        assertThat(governance.policies.waitingFor(SECOND_CHAIR)).containsExactly(proposed);

        SignedIn.as(SECOND_CHAIR);
        com.vaadin.flow.component.UI.getCurrent().navigate("policies/" + proposed.id());
        test(find(Button.class).withText("Confirm …").single()).click();
        roundTrip();
        var dialog = find(PolicyDialog.class).single();
        test(dialog.password).setValue("guess");
        test(dialog.send).click();
        assertThat(dialog.isOpened()).isTrue();
        test(dialog.password).setValue(InMemoryGovernance.PASSWORD);
        test(dialog.send).click();

        assertThat(governance.policies.inForce(CHAIR, "sepsis", Stage.PILOT)).contains(proposed);
    }

    @Test
    void startsFromTheOneItSucceeds() {
        var before = governance.publishPilotPolicy();
        com.vaadin
                .flow
                .component
                .UI
                .getCurrent()
                .navigate(
                        "new-policy",
                        com.vaadin.flow.router.QueryParameters.of(
                                "from", before.id().toString()));
        var view = find(PublishPolicyView.class).single();
        agreed(view);
        test(view.publish).click();

        assertThat(governance.policies.list(CHAIR)).hasSize(2).first().satisfies(successor -> {
            assertThat(successor.number()).isEqualTo(2);
            assertThat(successor.changesSince(before)).isEmpty();
        });
    }

    private PublishPolicyView written() {
        var view = navigate(PublishPolicyView.class);
        test(view.form.name).setValue("Pilot policy");
        view.form.opens.setValue(Set.of(Stage.PILOT));
        test(view.form.criteria.rows().get(0).limit).setValue(1000.0);
        test(view.form.criteria.rows().get(1).limit).setValue(0.6);
        agreed(view);
        return view;
    }

    private void agreed(PublishPolicyView view) {
        test(view.enactment.reason).setValue("The committee has agreed.");
        test(view.enactment.password).setValue(InMemoryGovernance.PASSWORD);
    }

    private static Criterion criterion(String key, GateMetric metric, Criterion.Direction direction, double limit) {
        return new Criterion(key, metric, null, direction, limit);
    }
}
