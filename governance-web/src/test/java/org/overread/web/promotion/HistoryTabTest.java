package org.overread.web.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Anchor;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.promotion.InMemoryGovernance;
import org.overread.registry.review.ReviewFixtures;
import org.overread.web.catalog.VersionPage;
import org.overread.web.testing.Committee;
import org.overread.web.testing.CommitteeTest;
import org.overread.web.testing.Inside;

@ViewPackages(classes = HistoryTab.class)
@AddBeanClasses({HistoryTab.class, Titles.class})
class HistoryTabTest extends CommitteeTest {
    @Inject
    HistoryTab tab;

    @Test
    void showsStepsAndRequestsTheNewestFirst() {
        var governance = Committee.convene();
        var request = wentLive(governance);

        var shown = tab.show(page(OWNER));

        assertThat(shown.getElement().getTextRecursively())
                .containsSubsequence(
                        "Pilot", "Approved promotion", "Silent run", "Requests", "In effect", "Olga Owner");
        assertThat(Inside.all(shown, Anchor.class))
                .extracting(Anchor::getHref)
                .filteredOn(href -> href.endsWith(request.toString()))
                .hasSize(2);
    }

    @Test
    @DisplayName("A9: a request whose version was stopped since is not called in effect")
    void tellsThatARequestIsNoLongerInEffect() {
        var governance = Committee.convene();
        var request = wentLive(governance);
        governance.catalog.stages().suspend(ReviewFixtures.EVERY_ROLE, GateFixtures.SEPSIS_2, "north", "False alarms.");

        assertThat(tab.show(page(OWNER)).getElement().getTextRecursively())
                .contains("No longer in effect")
                .doesNotContain("In effect");
    }

    @Test
    @DisplayName("A7: a row without a decision is not called an approved promotion")
    void tellsWhatNobodyDecided() {
        var governance = Committee.convene();
        governance.catalog.stray(GateFixtures.SEPSIS_2, Stage.GENERAL, "north");

        assertThat(tab.show(page(OWNER)).getElement().getTextRecursively())
                .contains("Not by a decision", "Row 17 says: General use at North Hospital since")
                .contains("No decision stands behind it, so it counts for nothing.");
    }

    @Test
    void keepsPromotionsFromThoseWhoMayNotSeeThem() {
        var governance = Committee.convene();
        governance.publishPilotPolicy();
        governance.submitted();

        assertThat(tab.show(page(ReviewFixtures.person(7, "Nia Nurse", Role.CLINICIAN)))
                        .getElement()
                        .getTextRecursively())
                .contains("Silent run")
                .doesNotContain("Requests", "In review");
    }

    private static VersionPage page(Actor actor) {
        var catalog = Committee.catalog();
        return new VersionPage(
                catalog.model(actor, "sepsis"), catalog.version(actor, GateFixtures.SEPSIS_2), actor, Map.of());
    }

    private static UUID wentLive(InMemoryGovernance governance) {
        governance.publishPilotPolicy();
        var request = governance.submitted();
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        governance.approve(CHAIR, request);
        return request;
    }
}
