package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.promotion.PromotionFixtures.SEPSIS_1;
import static org.overread.registry.promotion.PromotionFixtures.SEPSIS_3;
import static org.overread.registry.promotion.PromotionFixtures.frozen;
import static org.overread.registry.review.ReviewFixtures.BERLIN;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.EVERY_ROLE;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.Written;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.promotion.PromotionDossier.SignatureLine;
import org.overread.registry.promotion.PromotionRequest.Approved;
import org.overread.registry.promotion.PromotionRequest.Live;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.ReviewFixtures;
import org.overread.registry.review.Rule;
import org.overread.registry.review.Ruling;

class ReviewsTest {
    private final InMemoryGovernance governance = new InMemoryGovernance();
    private final UUID request;

    ReviewsTest() {
        governance.putInto(Stage.GENERAL, SEPSIS_1);
        governance.publishPilotPolicy();
        request = governance.submitted();
    }

    private void reviewed() {
        assertThat(governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER)).isInstanceOf(Step.Taken.class);
        assertThat(governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER))
                .isInstanceOf(Step.Taken.class);
    }

    private void assertRefused(Step step, Rule rule) {
        assertThat(step)
                .isInstanceOfSatisfying(
                        Step.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
        assertThat(governance.lastDeed().deed().action()).isEqualTo("promotion.signing-refused");
        assertThat(governance.lastDeed().deed().details()).containsEntry("rule", rule.name());
    }

    @Nested
    class Signing {
        @Test
        @DisplayName("D5: two reviewers of different roles and the chair sign, then the version is live")
        void leadsToTheStage() {
            reviewed();
            assertThat(governance.state(request)).isEqualTo(State.READY_FOR_DECISION);
            assertThat(governance.pilot()).isEmpty();

            var step = governance.approve(CHAIR, request);

            assertThat(step)
                    .isInstanceOfSatisfying(
                            Step.Taken.class, taken -> assertThat(taken.now()).isInstanceOf(Live.class));
            assertThat(governance.state(request)).isEqualTo(State.LIVE);
            assertThat(governance.pilot()).contains(SEPSIS_2);
            assertThat(governance.trail.actions())
                    .endsWith(
                            "promotion.submitted",
                            "promotion.reviewed",
                            "promotion.reviewed",
                            "promotion.approved",
                            "stage.entered",
                            "promotion.in-effect");
        }

        @Test
        @DisplayName("D8: shows name, time, zone and meaning, and that it covers")
        void leavesASignature() {
            reviewed();

            assertThat(governance.promotions.request(OWNER, request).signatures())
                    .extracting(
                            line -> line.signature().printedName(),
                            line -> line.signature().meaning(),
                            line -> line.signature().zone(),
                            SignatureLine::covers)
                    .containsExactly(
                            tuple("Dr. Carl Clinical", Meaning.REVIEW, "Europe/Berlin", true),
                            tuple("Tom Technical", Meaning.REVIEW, "Europe/Berlin", true));
        }

        @Test
        void recordsWhatWasCoveredButNotTheComment() {
            var intent = new Intent(CLINICAL, Role.CLINICAL_REVIEWER, Meaning.REVIEW, "Mrs. Miller did well.", BERLIN);
            governance.reviews.sign(request, new Written<>(intent, true), InMemoryGovernance.PASSWORD);

            var deed = governance.lastDeed().deed();
            assertThat(deed.sentence())
                    .isEqualTo("signed, as clinical reviewer, a review of the request to bring"
                            + " sepsis/2 from Silent run to Pilot at north");
            assertThat(deed.details())
                    .containsOnlyKeys("signature", "subject", "evidence", "policy", "confirmedNoIdentifiers");
            assertThat(deed.toString()).doesNotContain("Miller");
        }

        @Test
        @DisplayName("D8: a wrong password signs nothing and is recorded")
        void refusesAWrongPassword() {
            var step = governance.sign(CLINICAL, request, Role.CLINICAL_REVIEWER, Meaning.REVIEW, "", "guess");

            assertRefused(step, Rule.WRONG_PASSWORD);
            assertThat(governance.promotions.request(OWNER, request).signatures())
                    .isEmpty();
        }

        @Test
        @DisplayName("D5: the requester is refused, and it is recorded")
        void refusesTheRequester() {
            assertRefused(governance.review(OWNER, request, Role.CLINICAL_REVIEWER), Rule.OWN_REQUEST);
            assertThat(governance.lastDeed().deed().sentence())
                    .isEqualTo("was refused to sign, as clinical reviewer, a review of the request to bring sepsis/2"
                            + " from Silent run to Pilot at north: You submitted this request, so others review and"
                            + " decide it.");
        }

        @Test
        @DisplayName("D5: two votes by one person count once")
        void refusesTheSamePersonTwice() {
            governance.review(EVERY_ROLE, request, Role.CLINICAL_REVIEWER);

            assertRefused(governance.review(EVERY_ROLE, request, Role.TECHNICAL_REVIEWER), Rule.SIGNED_BEFORE);
            assertThat(governance.state(request)).isEqualTo(State.IN_REVIEW);
        }

        @Test
        @DisplayName("D5: a wrong role does not count")
        void refusesAWrongRole() {
            assertRefused(governance.review(EVERY_ROLE, request, Role.SAFETY_OFFICER), Rule.ROLE_NOT_ASKED_FOR);
            assertRefused(governance.review(CLINICAL, request, Role.TECHNICAL_REVIEWER), Rule.ROLE_NOT_HELD);
        }

        @Test
        @DisplayName("D5: no decision without quorum")
        void refusesAnEarlyDecision() {
            assertRefused(governance.approve(CHAIR, request), Rule.QUORUM_NOT_REACHED);
        }

        @Test
        void refusesACommentThatIsTooLong() {
            assertThatExceptionOfType(GovernanceException.class)
                    .isThrownBy(() -> governance.desk.sign(
                            request,
                            new Intent(CLINICAL, Role.CLINICAL_REVIEWER, Meaning.REVIEW, "c".repeat(4001), BERLIN)));
        }

        @Test
        void knowsNothingOfARequestThatDoesNotExist() {
            assertThatExceptionOfType(GovernanceException.class)
                    .isThrownBy(() -> governance.review(CLINICAL, new UUID(0, 0), Role.CLINICAL_REVIEWER))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }

        @Test
        void isOverOnceSomebodyHasRejected() {
            governance.sign(
                    CLINICAL,
                    request,
                    Role.CLINICAL_REVIEWER,
                    Meaning.REJECTION,
                    "Too many false alarms.",
                    InMemoryGovernance.PASSWORD);

            assertThat(governance.state(request)).isEqualTo(State.REJECTED);
            assertThat(governance.lastDeed().deed().action()).isEqualTo("promotion.rejected");
            assertRefused(governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER), Rule.NOT_OPEN);
        }

        @Test
        void waitsItsTurn() {
            governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);

            assertThat(governance.requests.locks).endsWith("request");
        }
    }

    @Nested
    @DisplayName("D8: evidence altered after signing")
    class Altered {
        private void alterEvidence() {
            var file = governance.requests.find(request).orElseThrow();
            var rosy = GateFixtures.evidence(GateFixtures.estimate(GateMetric.SENSITIVITY, 1, 0.99, 1));
            governance.requests.files.put(
                    request,
                    new PromotionFile(
                            file.submission(),
                            file.submitted(),
                            file.policy(),
                            new Frozen<>(
                                    rosy, frozen(rosy).text(), file.evidence().pinned()),
                            file.chain(),
                            null));
        }

        @Test
        void isShownAsNotCoveredAndStopsTheDecision() {
            reviewed();
            alterEvidence();

            var dossier = governance.promotions.request(CHAIR, request);

            assertThat(dossier.state()).isEqualTo(State.HALTED);
            assertThat(dossier.signatures()).extracting(SignatureLine::covers).containsExactly(false, false);
            assertRefused(governance.approve(CHAIR, request), Rule.NOT_AS_SUBMITTED);
            assertThat(governance.lastDeed().deed().sentence())
                    .contains("The signature of Dr. Carl Clinical (Clinical reviewer) no longer covers it.");
            assertThat(governance.pilot()).isEmpty();
        }
    }

    @Nested
    @DisplayName("D15: a severe concern between two signatures")
    class Concerned {
        private static final Change CONCERN =
                new Change.SevereFinding(new UUID(2, 1), true, ReviewFixtures.NOON, "north", true);

        @Test
        void theChairCannotApproveAndNothingGoesLive() {
            reviewed();
            governance.happens(CONCERN);

            assertRefused(governance.approve(CHAIR, request), Rule.CHANGED_SINCE);

            assertThat(governance.pilot()).isEmpty();
            var dossier = governance.promotions.request(CHAIR, request);
            assertThat(dossier.state()).isEqualTo(State.READY_FOR_DECISION);
            assertThat(dossier.status()).contains("Stopped by what has changed since: A safety concern of");
            assertThat(dossier.actions().approve()).isInstanceOf(Ruling.Refused.class);
            assertThat(governance.promotions.list(CHAIR, PromotionFilter.ALL))
                    .singleElement()
                    .matches(PromotionSummary::stopped);
            assertThat(governance.promotions.waitingFor(CHAIR)).isEmpty();
        }

        @Test
        void aChairWithAnOldPageCannotApproveEvenWhenThePolicyWouldLetThem() {
            reviewed();
            var warning = new Change.OpenAlert(new UUID(3, 1), "Lactate is missing", false, ReviewFixtures.NOON);
            governance.happens(warning);

            var unaware = new Intent(CHAIR, Role.CHAIR, Meaning.APPROVAL, "", BERLIN);

            assertRefused(governance.reviews.sign(request, unaware, InMemoryGovernance.PASSWORD), Rule.NOT_SEEN);
            assertThat(governance.approve(CHAIR, request)).isInstanceOf(Step.Taken.class);
            assertThat(governance
                            .promotions
                            .request(CHAIR, request)
                            .signatures()
                            .getLast())
                    .satisfies(line -> {
                        assertThat(line.signature().since()).isEqualTo(warning.sentence());
                        assertThat(line.covers()).isTrue();
                    });
        }

        @Test
        void answeredItStopsNothingAnyMore() {
            reviewed();
            governance.happens(CONCERN);
            governance.approve(CHAIR, request);
            governance.clears(CONCERN);

            assertThat(governance.approve(CHAIR, request)).isInstanceOf(Step.Taken.class);
            assertThat(governance.pilot()).contains(SEPSIS_2);
        }

        @Test
        void doesNotGoLiveAlthoughTheApprovalWasCommittedAMomentBefore() {
            reviewed();
            assertThat(governance.desk.sign(request, ReviewFixtures.approval(CHAIR)))
                    .isInstanceOf(Step.Taken.class);
            governance.happens(CONCERN);

            assertThat(governance.releases.release(CHAIR, request))
                    .isInstanceOfSatisfying(
                            Step.Refused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.CHANGED_SINCE));
            assertThat(governance.lastDeed().deed().action()).isEqualTo("promotion.release-refused");
            assertThat(governance.releases.catchUp()).isZero();
            assertThat(governance.pilot()).isEmpty();
            assertThat(governance.promotions.request(OWNER, request).status())
                    .startsWith("Approved by Dr. Clara Chair (Committee chair); not in effect. Stopped by");

            governance.clears(CONCERN);
            assertThat(governance.releases.catchUp()).isEqualTo(1);
            assertThat(governance.pilot()).contains(SEPSIS_2);
        }

        @Test
        void evidenceThatHasGrownOldApprovesNothing() {
            reviewed();
            governance.later(Duration.ofDays(91));

            assertRefused(governance.approve(CHAIR, request), Rule.CHANGED_SINCE);
            assertThat(governance.promotions.withdraw(OWNER, request)).isInstanceOf(Step.Taken.class);
        }
    }

    @Nested
    class Releasing {
        private void approvedButNotReleased() {
            reviewed();
            assertThat(governance.desk.sign(request, ReviewFixtures.approval(CHAIR)))
                    .isInstanceOfSatisfying(
                            Step.Taken.class, taken -> assertThat(taken.now()).isInstanceOf(Approved.class));
        }

        @Test
        @DisplayName("A6: killed between approval and going live: the old version stays, then the new one comes, once")
        void catchesUpAfterACrash() {
            approvedButNotReleased();
            assertThat(governance.pilot()).isEmpty();

            governance.later(Duration.ofMinutes(10));
            int released = governance.releases.catchUp();

            assertThat(released).isEqualTo(1);
            assertThat(governance.pilot()).contains(SEPSIS_2);
            assertThat(governance.releases.catchUp()).isZero();
            assertThat(governance.releases.release(CHAIR, request))
                    .isInstanceOfSatisfying(
                            Step.Taken.class, taken -> assertThat(taken.now()).isInstanceOf(Live.class));
            assertThat(governance.trail.actions()).containsOnlyOnce("promotion.in-effect");
        }

        @Test
        void anOutageAfterTheApprovalLeavesItApproved() {
            reviewed();
            var broken = new Releases() {
                @Override
                public Step release(Actor actor, UUID any) {
                    throw new IllegalStateException("the database is away");
                }
            };
            governance.reviews.releases = broken;

            var step = governance.approve(CHAIR, request);

            assertThat(step)
                    .isInstanceOfSatisfying(
                            Step.Taken.class, taken -> assertThat(taken.now()).isInstanceOf(Approved.class));
            assertThat(governance.state(request)).isEqualTo(State.APPROVED);
            assertThat(governance.releases.catchUp()).isEqualTo(1);
        }

        @Test
        @DisplayName("A3: every right but no decision: refused, recorded, nothing moves")
        void letsNobodyPastTheGate() {
            reviewed();

            var step = governance.releases.release(EVERY_ROLE, request);

            assertThat(step)
                    .isEqualTo(new Step.Refused(
                            Rule.NOT_OPEN,
                            "Only an approved request is brought into effect."
                                    + " All reviews are there; the committee chair decides."));
            assertThat(governance.lastDeed().actor()).isEqualTo(EVERY_ROLE);
            assertThat(governance.lastDeed().deed().action()).isEqualTo("promotion.release-refused");
            assertThat(governance.pilot()).isEmpty();
        }

        @Test
        @DisplayName("A version stopped between its approval and going live stays out")
        void doesNotReleaseWhatWasStopped() {
            approvedButNotReleased();
            governance.later(Duration.ofMinutes(1));
            governance.putInto(Stage.SUSPENDED, SEPSIS_2);

            assertThat(governance.releases.catchUp()).isZero();
            assertThat(governance.state(request)).isEqualTo(State.HALTED);
            assertThat(governance.pilot()).isEmpty();
        }

        @Test
        @DisplayName("D12: catching up approves nothing by itself")
        void catchingUpApprovesNothing() {
            reviewed();

            assertThat(governance.releases.catchUp()).isZero();
            assertThat(governance.pilot()).isEmpty();
        }

        @Test
        @DisplayName("A6: a replaced version may ask to come back, and comes back by a decision of its own")
        void letsAReplacedVersionAskToComeBack() {
            governance.putInto(Stage.GENERAL, SEPSIS_3);
            governance.later(Duration.ofDays(1));
            var pilot = GateFixtures.pilotDraft();
            governance.publish(new PolicyDraft(
                    "General policy", Set.of(Stage.GENERAL), Set.of(), null, pilot.criteria(), pilot.reviews()));

            var answer = governance.promotions.submit(OWNER, SEPSIS_1, Stage.GENERAL, "north", "Back.");

            assertThat(answer).isInstanceOf(Submitting.Submitted.class);
            assertThat(governance.general()).contains(SEPSIS_3);
        }
    }
}
