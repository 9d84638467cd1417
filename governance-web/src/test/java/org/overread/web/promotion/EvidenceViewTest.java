package org.overread.web.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.estimate;
import static org.overread.registry.gate.GateFixtures.evidence;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import java.util.UUID;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.promotion.InMemoryGovernance;
import org.overread.web.testing.Committee;
import org.overread.web.testing.CommitteeTest;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = EvidenceView.class)
@AddBeanClasses({EvidenceView.class, PromotionView.class, Titles.class})
@DisplayName("A6: the page of the frozen figures")
class EvidenceViewTest extends CommitteeTest {
    private InMemoryGovernance governance = Committee.convene();
    private UUID request = new UUID(0, 0);

    @BeforeEach
    void theOwnerAsksForThePilot() {
        governance = Committee.convene();
        governance.publishPilotPolicy();
        request = governance.submitted();
    }

    private String open(Actor.Person reader, String address) {
        SignedIn.as(reader);
        UI.getCurrent().navigate(address);
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    private String words() {
        return open(CLINICAL, Sources.frozen(request));
    }

    @Test
    void showsWhatWasFrozenAndThatItIsWhatWasSigned() {
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);

        assertThat(words())
                .contains(
                        "As signed",
                        "the signature covers it",
                        "Its figures cover everything known of the version.",
                        "3 Feb 2026, 08:00 UTC to 4 May 2026, 08:00 UTC, at North Hospital",
                        "Sensitivity at least 0.60, by the lower 95 % bound",
                        "0.780 (0.740–0.820), n = 412 events",
                        "It comes out the same by the figures of now.");
    }

    @Test
    void saysWhereAFigureHasCrossedItsLimit() {
        governance.measure(evidence(
                estimate(GateMetric.SENSITIVITY, 0.55, 0.50, 0.60), Figure.counted(GateMetric.UNANSWERED_SEVERE, 0)));

        assertThat(words())
                .contains("It was met; by the figures of now it is not met:")
                .contains("All cases: within the limit when frozen, now beyond the limit.")
                .contains("0.780 (0.740–0.820)")
                .contains("0.550 (0.500–0.600)");
    }

    @Test
    void neverShowsAsSignedWhatIsAltered() {
        governance.tamper(request, evidence(Figure.counted(GateMetric.UNANSWERED_SEVERE, 0)));

        assertThat(words())
                .contains("Not what was signed", "No figure can be shown as the one that was signed.")
                .contains("Digest of what stands here")
                .doesNotContain("As signed");
    }

    @Test
    @DisplayName(
            "A6: 'where this comes from' leads from request and signature to the frozen figures, and on to those of now")
    void isWhereFiguresComeFrom() {
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);

        open(CLINICAL, "promotions/" + request);
        assertThat(find(Anchor.class).all().stream()
                        .filter(link -> link.getText().equals("Where this comes from"))
                        .map(Anchor::getHref))
                .containsExactly(
                        Sources.frozen(request) + "#sensitivity", Sources.frozen(request) + "#unanswered-severe");
        assertThat(find(SignatureCard.class).single().getElement().getTextRecursively())
                .contains("Given on evidence that covers 3 Feb 2026, 08:00 UTC to 4 May 2026, 08:00 UTC.");

        open(CLINICAL, Sources.frozen(request));
        assertThat(find(Anchor.class).all().stream()
                        .filter(link -> link.getText().equals("The figures of now"))
                        .map(Anchor::getHref))
                .containsExactly("models/sepsis/versions/2?tab=performance", "models/sepsis/versions/2?tab=feedback");
    }

    @Test
    @DisplayName("J: a screen reader finds each table by its caption, and each criterion by its own address")
    void canBeReadWithoutEyes() {
        words();

        assertThat(find(NativeTable.class).all())
                .extracting(NativeTable::getCaptionText)
                .containsExactly("Sensitivity, when frozen and now", "Unanswered severe findings, when frozen and now");
        assertThat(find(ThenAndNow.class).all())
                .extracting(criterion -> criterion.getId().orElse(""))
                .containsExactly("sensitivity", "unanswered-severe");
    }
}
