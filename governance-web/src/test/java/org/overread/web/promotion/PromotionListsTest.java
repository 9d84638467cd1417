package org.overread.web.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.EVERY_ROLE;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;
import static org.overread.registry.review.ReviewFixtures.person;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.router.QueryParameters;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.promotion.InMemoryGovernance;
import org.overread.web.foryou.Waiting;
import org.overread.web.testing.Committee;
import org.overread.web.testing.CommitteeTest;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = PromotionsView.class)
@AddBeanClasses({PromotionsView.class, PoliciesView.class, WaitingSignatures.class, Titles.class})
class PromotionListsTest extends CommitteeTest {
    @Inject
    WaitingSignatures waiting;

    private InMemoryGovernance governance = Committee.convene();

    @BeforeEach
    void aNewCommittee() {
        governance = Committee.convene();
        SignedIn.as(CHAIR);
    }

    @Test
    void saysHowTheFirstRequestComesAbout() {
        assertThat(words(navigate(PromotionsView.class)))
                .contains("Nobody has asked for a promotion yet.", "A model owner asks on the page of a version");
    }

    @Test
    void listsRequestsWithTheirStateAndFiltersByTheAddress() {
        governance.publishPilotPolicy();
        governance.submitted();

        assertThat(words(list("state", "IN_REVIEW")))
                .contains(
                        "Early warning of sepsis, version 2",
                        "In review",
                        "Silent run",
                        "Pilot",
                        "North Hospital",
                        "Olga Owner");
        assertThat(words(list("state", "REJECTED"))).contains("No request is in the state “Rejected”.");
        assertThat(words(list("state", "nonsense"))).contains("Early warning of sepsis, version 2");
    }

    @Test
    @DisplayName("A9: what was stopped since is found as no longer in effect, and not among what is")
    void filtersWhatIsNoLongerInEffect() {
        governance.publishPilotPolicy();
        var request = governance.submitted();
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        governance.approve(CHAIR, request);
        assertThat(words(list("state", "LIVE"))).contains("Early warning of sepsis, version 2");

        governance.catalog.stages().suspend(EVERY_ROLE, GateFixtures.SEPSIS_2, "north", "False alarms.");

        assertThat(words(list("state", "ENDED"))).contains("Early warning of sepsis, version 2", "No longer in effect");
        assertThat(words(list("state", "LIVE"))).contains("No request is in the state “In effect”.");
    }

    @Test
    @DisplayName("D4: while no policy is published the page says that nothing can be promoted")
    void saysThatEverythingIsClosed() {
        var page = navigate(PoliciesView.class);

        assertThat(words(page)).contains("no stage is open and nothing can be promoted", "Publish the first one");
        assertThat(links()).contains("Publish a policy");
    }

    @Test
    void offersPublishingOnlyToThoseWhoMay() {
        SignedIn.as(OWNER);
        navigate(PoliciesView.class);

        assertThat(links()).doesNotContain("Publish a policy");
    }

    @Test
    void tellsThePolicyInForceFromTheOneItReplaced() {
        governance.publishPilotPolicy();
        governance.publishPilotPolicy();
        navigate(PoliciesView.class);

        assertThat(find(Article.class).all())
                .extracting(card -> card.getElement().getTextRecursively())
                .satisfiesExactly(
                        newest -> assertThat(newest).contains("Pilot policy, number 2", "In force for Pilot"),
                        older -> assertThat(older).contains("Pilot policy, number 1", "Replaced"));
    }

    @Test
    void whatWaitsForAPersonFollowsTheRequest() {
        governance.publishPilotPolicy();
        var request = governance.submitted();
        assertThat(sentences(CLINICAL))
                .containsExactly("Review: Early warning of sepsis, version 2 to Pilot at North Hospital");
        assertThat(sentences(CHAIR)).isEmpty();
        assertThat(sentences(OWNER)).isEmpty();

        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        assertThat(sentences(CLINICAL)).isEmpty();
        assertThat(waiting.of(CHAIR))
                .extracting(Waiting::sentence, Waiting::link)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "Decide: Early warning of sepsis, version 2 to Pilot at North Hospital",
                        "promotions/" + request));
    }

    @Test
    void nothingWaitsForThoseWhoMayNotSeePromotions() {
        governance.publishPilotPolicy();
        governance.submitted();

        assertThat(sentences(person(7, "Nia Nurse", Role.CLINICIAN))).isEmpty();
    }

    private List<String> sentences(Actor.Person person) {
        return waiting.of(person).stream().map(Waiting::sentence).toList();
    }

    private PromotionsView list(String name, String value) {
        UI.getCurrent().navigate("promotions", QueryParameters.of(name, value));
        return find(PromotionsView.class).single();
    }

    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getText).toList();
    }

    private static String words(com.vaadin.flow.component.Component view) {
        return view.getElement().getTextRecursively();
    }
}
