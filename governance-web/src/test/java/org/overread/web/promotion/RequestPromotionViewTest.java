package org.overread.web.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.OWNER;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.promotion.InMemoryGovernance;
import org.overread.registry.promotion.PromotionFilter;
import org.overread.registry.promotion.PromotionFixtures;
import org.overread.registry.promotion.PromotionSummary;
import org.overread.web.testing.Committee;
import org.overread.web.testing.CommitteeTest;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = RequestPromotionView.class)
@AddBeanClasses({RequestPromotionView.class, PromotionView.class, Titles.class})
class RequestPromotionViewTest extends CommitteeTest {
    private InMemoryGovernance governance = Committee.convene();

    @BeforeEach
    void theOwnerAsks() {
        governance = Committee.convene();
        SignedIn.as(OWNER);
    }

    @Test
    @DisplayName("D4: without a policy the stage stays closed, and the page says so before and after submitting")
    void saysThatThereIsNoPolicy() {
        var view = open();
        assertThat(words(view)).contains("Not possible", "No published policy opens the stage Pilot for sepsis");

        test(view.submit).click();
        assertThat(words(view)).containsSubsequence("No published policy", "No published policy");
        assertThat(governance.promotions.list(CHAIR, PromotionFilter.ALL)).isEmpty();
    }

    @Test
    @DisplayName("D1: a stage that may not be entered from where the version is, is refused with the reason")
    void saysThatAStageWouldBeSkipped() {
        governance.publish(new org.overread.registry.gate.PolicyDraft(
                "General policy",
                java.util.Set.of(Stage.GENERAL),
                java.util.Set.of(),
                null,
                GateFixtures.pilotDraft().criteria(),
                GateFixtures.pilotDraft().reviews()));
        var view = open();
        test(view.stage).selectItem("General use");

        assertThat(words(view)).contains("Not possible", "does not let it enter General use from there");
    }

    @Test
    void startsFromTheNextStageAndShowsTheVerdictBeforeAnythingIsKept() {
        governance.publishPilotPolicy();
        var view = open();

        assertThat(view.stage.getValue()).isEqualTo(Stage.PILOT);
        assertThat(words(view))
                .contains("The gate is open", "Judged by Pilot policy, number 1", "2 of 2 criteria met.");
        assertThat(governance.promotions.list(CHAIR, PromotionFilter.ALL)).isEmpty();
    }

    @Test
    @DisplayName("A5: what is live at the site and what would end is said before anything is asked for")
    void saysWhatWouldEnd() {
        governance.publishPilotPolicy();
        governance.putInto(Stage.GENERAL, PromotionFixtures.SEPSIS_1);
        var view = open();

        assertThat(words(view))
                .contains("At North Hospital: No other version ends there. Version 1 (General use) stays.");
        test(view.stage).selectItem("General use");
        assertThat(words(view)).contains("At North Hospital: Version 1 (General use) ends there.");
    }

    @Test
    void saysThatTheRequestWouldStayBlocked() {
        governance.publishPilotPolicy();
        governance.measure(GateFixtures.evidence(GateFixtures.estimate(GateMetric.SENSITIVITY, 0.62, 0.55, 0.69)));

        assertThat(words(open())).contains("The gate is shut", "stays blocked", "Not met", "Undetermined");
    }

    @Test
    void submitsAndGoesToTheRequest() {
        governance.publishPilotPolicy();
        var view = open();
        test(view.rationale).setValue("The silent run went well.");
        test(view.submit).click();

        assertThat(getCurrentView()).isInstanceOf(PromotionView.class);
        assertThat(governance.promotions.list(CHAIR, PromotionFilter.ALL))
                .extracting(PromotionSummary::target, PromotionSummary::site)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Stage.PILOT, "north"));
    }

    @Test
    void saysThatTheSameIsUnderWayAndKeepsWhatWasTyped() {
        governance.publishPilotPolicy();
        governance.submitted();
        var view = open();
        test(view.rationale).setValue("Again.");
        test(view.submit).click();

        assertThat(words(view)).contains("is under way.");
        assertThat(view.rationale.getValue()).isEqualTo("Again.");
        assertThat(view.submit.isEnabled()).isTrue();
    }

    private static String words(RequestPromotionView view) {
        return view.getElement().getTextRecursively();
    }

    private RequestPromotionView open() {
        UI.getCurrent().navigate("models/sepsis/versions/2/promote", QueryParameters.of("site", "north"));
        return find(RequestPromotionView.class).single();
    }
}
