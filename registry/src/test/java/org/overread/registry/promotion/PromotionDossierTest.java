package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.FAIR_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.promotion.PromotionFixtures.IN_SILENT_RUN;
import static org.overread.registry.promotion.PromotionFixtures.LATER;
import static org.overread.registry.promotion.PromotionFixtures.REQUEST;
import static org.overread.registry.promotion.PromotionFixtures.after;
import static org.overread.registry.promotion.PromotionFixtures.policy;
import static org.overread.registry.promotion.PromotionFixtures.request;
import static org.overread.registry.promotion.PromotionFixtures.signedBy;
import static org.overread.registry.promotion.PromotionFixtures.step;
import static org.overread.registry.promotion.PromotionFixtures.submitted;
import static org.overread.registry.promotion.PromotionFixtures.submittedBy;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.EVERY_ROLE;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;
import static org.overread.registry.review.ReviewFixtures.approval;
import static org.overread.registry.review.ReviewFixtures.rejection;
import static org.overread.registry.review.ReviewFixtures.review;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.promotion.PromotionDossier.SignatureLine;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.review.Rule;
import org.overread.registry.review.Ruling;
import org.overread.registry.review.Ruling.Allowed;
import org.overread.registry.review.SignOff.Tally;
import org.overread.registry.testing.Actors;

class PromotionDossierTest {
    private static PromotionDossier dossier(PromotionFile file, Actor reader) {
        return PromotionDossier.of(request(file, IN_SILENT_RUN), reader, policy());
    }

    private static PromotionFile reviewed() {
        return signedBy(
                submitted(), review(CLINICAL, Role.CLINICAL_REVIEWER), review(TECHNICAL, Role.TECHNICAL_REVIEWER));
    }

    private static void assertRefused(Ruling ruling, Rule rule) {
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    @Test
    void holdsAllThatWasPinnedAndWhatFollowsFromIt() {
        var file = signedBy(submitted(), review(CLINICAL, Role.CLINICAL_REVIEWER));

        var dossier = dossier(file, CHAIR);

        assertThat(dossier.state()).isEqualTo(State.IN_REVIEW);
        assertThat(dossier.status()).isEqualTo("Reviews are still missing.");
        assertThat(dossier.policy()).isEqualTo(policy());
        assertThat(dossier.evidence()).isEqualTo(goodEvidence());
        assertThat(dossier.verdict()).isEqualTo(file.verdict());
        assertThat(dossier.reviews())
                .containsExactly(new Tally(Role.CLINICAL_REVIEWER, 1, 1), new Tally(Role.TECHNICAL_REVIEWER, 0, 1));
        assertThat(dossier.signatures())
                .containsExactly(new SignatureLine(file.chain().signatures().getFirst(), true));
        assertThat(dossier.alterations()).isEmpty();
        assertThat(dossier.since()).isNull();
    }

    @Test
    @DisplayName("D7: judged by the pinned policy, with what the newer one demands beside it")
    void showsHowTheNewerPolicyDiffers() {
        var newer = GateFixtures.pilotPolicy(2, List.of(FAIR_SENSITIVITY, NOTHING_SEVERE_OPEN));
        var request = request(submitted(), IN_SILENT_RUN);

        var dossier = PromotionDossier.of(request, CHAIR, newer);

        assertThat(dossier.policy()).isEqualTo(policy());
        assertThat(dossier.policyChanges())
                .containsExactly(
                        "Now demanded: " + FAIR_SENSITIVITY.label() + ".",
                        "No longer demanded: " + GOOD_SENSITIVITY.label() + ".");
    }

    @Test
    void showsNoDifferenceWhenThePinnedPolicyIsInForceOrNoneIs() {
        var request = request(submitted(), IN_SILENT_RUN);

        assertThat(PromotionDossier.of(request, CHAIR, policy()).policyChanges())
                .isEmpty();
        assertThat(PromotionDossier.of(request, CHAIR, null).policyChanges()).isEmpty();
    }

    @Test
    void tellsAReviewerInWhichRolesTheyMaySign() {
        var actions = dossier(submitted(), CLINICAL).actions();

        assertThat(actions.review()).isEqualTo(new Allowed());
        assertThat(actions.reviewAs()).containsExactly(Role.CLINICAL_REVIEWER);
        assertThat(actions.rejectAs()).containsExactly(Role.CLINICAL_REVIEWER);
        assertRefused(actions.approve(), Rule.ROLE_NOT_HELD);
        assertRefused(actions.withdraw(), Rule.NOT_THE_REQUESTER);
    }

    @Test
    void tellsTheChairThatReviewsAreMissingAndThenThatTheyDecide() {
        assertRefused(dossier(submitted(), CHAIR).actions().approve(), Rule.QUORUM_NOT_REACHED);
        assertThat(dossier(reviewed(), CHAIR).actions().approve()).isEqualTo(new Allowed());
        assertThat(dossier(reviewed(), CHAIR).actions().rejectAs()).containsExactly(Role.CHAIR);
    }

    @Test
    @DisplayName("D5: tells the requester that others review, and that they may withdraw")
    void tellsTheRequester() {
        var actions =
                dossier(submittedBy(EVERY_ROLE, goodEvidence()), EVERY_ROLE).actions();

        assertRefused(actions.review(), Rule.OWN_REQUEST);
        assertRefused(actions.reject(), Rule.OWN_REQUEST);
        assertRefused(actions.approve(), Rule.OWN_REQUEST);
        assertThat(actions.reviewAs()).isEmpty();
        assertThat(actions.withdraw()).isEqualTo(new Allowed());
    }

    @Test
    void tellsAMachineThatOnlyPeopleSign() {
        var machine = Actors.machine("m", Scope.EVERYWHERE, ApiScope.PROMOTE);

        assertThat(dossier(submittedBy(machine, goodEvidence()), machine).actions())
                .isEqualTo(new PromotionDossier.Actions(
                        new Ruling.Refused(Rule.ROLE_NOT_HELD, "Only people sign."),
                        List.of(),
                        new Ruling.Refused(Rule.ROLE_NOT_HELD, "Only people sign."),
                        List.of(),
                        new Ruling.Refused(Rule.ROLE_NOT_HELD, "Only people sign."),
                        new Allowed()));
    }

    @Test
    void tellsWhyNothingCanBeSignedOnceItIsDecided() {
        var approved = signedBy(reviewed(), approval(CHAIR));
        var rejected = signedBy(submitted(), rejection(CHAIR, Role.CHAIR, "No."));

        assertThat(dossier(approved, OWNER).actions().review())
                .isEqualTo(new Ruling.Refused(
                        Rule.NOT_OPEN, "Approved by Dr. Clara Chair (Committee chair); on its way into effect."));
        assertRefused(dossier(approved, OWNER).actions().withdraw(), Rule.NOT_OPEN);
        assertThat(dossier(rejected, OWNER).status()).isEqualTo("Rejected by Dr. Clara Chair (Committee chair).");
        assertThat(dossier(rejected, OWNER).reviews()).hasSize(2);
    }

    @Test
    void tellsSinceWhenItIsInEffect() {
        var approved = signedBy(reviewed(), approval(CHAIR));
        var entered = after(step(SEPSIS_2, Stage.PILOT, LATER, REQUEST));

        var dossier = PromotionDossier.of(request(approved, entered), OWNER, policy());

        assertThat(dossier.state()).isEqualTo(State.LIVE);
        assertThat(dossier.since()).isEqualTo(LATER);
        assertThat(dossier.ending()).isNull();
        assertThat(dossier.status())
                .isEqualTo("In effect since 4 May 2026, 13:00 UTC, approved by Dr. Clara Chair (Committee chair).");
    }

    @Test
    @DisplayName(
            "A9: keeps who approved it and from when to when it held, and says what ended it and how it stands now")
    void tellsWhatNoLongerHolds() {
        var approved = signedBy(reviewed(), approval(CHAIR));
        var stopped = after(
                step(SEPSIS_2, Stage.PILOT, LATER.minusSeconds(1800), REQUEST),
                step(SEPSIS_2, Stage.SUSPENDED, LATER, null));

        var dossier = PromotionDossier.of(request(approved, stopped), OWNER, policy());

        assertThat(dossier.state()).isEqualTo(State.ENDED);
        assertThat(dossier.since()).isEqualTo(LATER.minusSeconds(1800));
        assertThat(dossier.status())
                .isEqualTo("In effect from 4 May 2026, 12:30 UTC to 4 May 2026, 13:00 UTC,"
                        + " approved by Dr. Clara Chair (Committee chair)."
                        + " Sam Somebody stopped it on 4 May 2026, 13:00 UTC. Its stage there is now: suspended.");
        assertRefused(dossier.actions().withdraw(), Rule.NOT_OPEN);
    }

    @Test
    @DisplayName("D8: names the signatures that no longer cover, and lets nobody sign")
    void showsWhatWasAltered() {
        var file = reviewed();
        var altered = new PromotionFile(
                file.submission(),
                file.submitted(),
                file.policy(),
                new Frozen<>(null, "gone", file.evidence().pinned()),
                file.chain(),
                null);

        var dossier = dossier(altered, CHAIR);

        assertThat(dossier.state()).isEqualTo(State.HALTED);
        assertThat(dossier.evidence()).isNull();
        assertThat(dossier.verdict()).isNull();
        assertThat(dossier.signatures()).extracting(SignatureLine::covers).containsExactly(false, false);
        assertThat(dossier.alterations()).hasSize(3);
        assertThat(dossier.status()).isEqualTo(String.join(" ", dossier.alterations()));
        assertRefused(dossier.actions().approve(), Rule.NOT_AS_SUBMITTED);
    }

    @Test
    void aBlockedRequestSaysHowManyCriteriaStandAgainstIt() {
        var blocked = dossier(submittedBy(OWNER, GateFixtures.evidence()), OWNER);

        assertThat(blocked.state()).isEqualTo(State.BLOCKED);
        assertThat(blocked.status())
                .isEqualTo("The gate is shut: 0 of 2 criteria met, 0 not met, 2 undetermined."
                        + " A new request can be made when the evidence is better.");
        assertThat(blocked.actions().withdraw()).isEqualTo(new Allowed());
    }
}
