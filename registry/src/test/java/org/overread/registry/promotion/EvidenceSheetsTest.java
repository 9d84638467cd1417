package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.registry.gate.GateFixtures.FAIR_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.gate.GateFixtures.estimate;
import static org.overread.registry.gate.GateFixtures.evidence;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.gate.GateFixtures.group;
import static org.overread.registry.gate.GateFixtures.pilotDraft;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.OWNER;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.BesideLimit;
import org.overread.registry.gate.EvidenceWindow;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.testing.Actors;

@DisplayName("A6: the frozen figures that were signed, with those of now beside them")
class EvidenceSheetsTest {
    private final InMemoryGovernance governance = new InMemoryGovernance();

    private static PolicyDraft covering(EvidenceWindow window) {
        var draft = pilotDraft();
        return new PolicyDraft(
                draft.name(),
                Set.of(Stage.SILENT, Stage.PILOT),
                draft.from(),
                draft.model(),
                List.of(GOOD_SENSITIVITY, FAIR_SENSITIVITY, NOTHING_SEVERE_OPEN),
                draft.reviews(),
                draft.stops(),
                window);
    }

    @Test
    @DisplayName("A6: evidence is asked for by the window of the policy, and so is what is laid beside it later")
    void asksByTheWindow() {
        governance.publish(covering(EvidenceWindow.lastDays(90)));

        var request = governance.submitted();
        assertThat(governance.asked().from()).isEqualTo("2026-02-03T00:00:00Z");
        governance.later(Duration.ofDays(10));
        governance.sheets.of(CLINICAL, request);

        assertThat(governance.liveFrom()).isEqualTo("2026-02-13T00:00:00Z");
    }

    @Test
    @DisplayName("A6: the window of a stage begins when the version entered it; a stop is no stage of its own")
    void asksSinceTheStage() {
        governance.publish(covering(EvidenceWindow.THIS_STAGE));
        governance.later(Duration.ofDays(20));
        governance.putInto(Stage.SUSPENDED, SEPSIS_2);
        governance.later(Duration.ofDays(1));

        governance.promotions.submit(OWNER, SEPSIS_2, Stage.SILENT, "north", "Back.");

        assertThat(governance.asked().from()).isEqualTo("2026-05-04T00:00:00Z");
    }

    @Test
    void showsWhatWasSignedAndThatItIsThat() {
        governance.publish(covering(EvidenceWindow.EVERYTHING));
        var request = governance.submitted();
        assertThat(governance.sheets.of(OWNER, request).check())
                .isEqualTo("It is the evidence that was submitted; nobody has signed on it yet.");
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);

        var sheet = governance.sheets.of(OWNER, request);

        assertThat(sheet.matches()).isTrue();
        assertThat(sheet.check()).isEqualTo("It is the evidence that was submitted, and the signature covers it.");
        assertThat(sheet.evidence()).isEqualTo(goodEvidence());
        assertThat(sheet.criteria())
                .extracting(criterion -> criterion.pinned().word())
                .containsExactly("met", "met", "met");
        assertThat(sheet.criteria()).allMatch(criterion -> criterion.crossings().isEmpty());
    }

    @Test
    @DisplayName("A6: where a figure has crossed its limit since, that is said in words; what was frozen stays")
    void saysWhatHasCrossedTheLimit() {
        governance.publish(covering(EvidenceWindow.EVERYTHING));
        var request = governance.submitted();
        governance.measure(evidence(
                estimate(GateMetric.SENSITIVITY, 0.70, 0.66, 0.74),
                group("Female", 0.58, 0.52, 0.64),
                group("Male", 0.80, 0.75, 0.85),
                group("Other", 0.50, 0.20, 0.80, Figure.Tier.INSUFFICIENT),
                Figure.counted(GateMetric.UNANSWERED_SEVERE, 0)));

        var sheet = governance.sheets.of(OWNER, request);

        assertThat(sheet.matches()).isTrue();
        assertThat(sheet.criteria().get(0).crossings()).isEmpty();
        var bySex = sheet.criteria().get(1);
        assertThat(bySex.pinned().word()).isEqualTo("met");
        assertThat(Objects.requireNonNull(bySex.live()).word()).isEqualTo("not met");
        assertThat(bySex.crossings())
                .hasSize(3)
                .satisfies(
                        said -> assertThat(said.get(0)).startsWith("It was met; by the figures of now it is not met:"))
                .contains(
                        "Female: within the limit when frozen, now beyond the limit.",
                        "Other: no figure when frozen, now no verdict.");
        assertThat(bySex.figures()).extracting(BesideLimit.Pair::group).containsExactly("Female", "Male", "Other");
    }

    @Test
    @DisplayName("A6, D8: altered evidence is never shown as what was signed")
    void showsNothingAsSignedThatIsNot() {
        governance.publish(covering(EvidenceWindow.EVERYTHING));
        var request = governance.submitted();
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);

        governance.tamper(request, evidence(Figure.counted(GateMetric.UNANSWERED_SEVERE, 0)));
        var sheet = governance.sheets.of(OWNER, request);

        assertThat(sheet.matches()).isFalse();
        assertThat(sheet.check()).startsWith("This is not the evidence that was submitted");
        assertThat(sheet.criteria()).isEmpty();
        assertThat(sheet.live()).isNull();
        assertThat(sheet.present()).isNotEqualTo(sheet.pinned());
    }

    @Test
    @DisplayName("G1: whoever may not see the request is told that there is none")
    void isForThoseWhoMaySeeTheRequest() {
        governance.publish(covering(EvidenceWindow.EVERYTHING));
        var request = governance.submitted();
        var southern = Actors.within(new Scope(null, null, "south"), "sam", Role.CLINICAL_REVIEWER);

        assertThatThrownBy(() -> governance.sheets.of(southern, request))
                .isInstanceOf(GovernanceException.class)
                .hasMessageContaining("There is no such request.");
    }
}
