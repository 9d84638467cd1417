package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.EVERY_ROLE;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;
import static org.overread.registry.review.ReviewFixtures.person;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.overread.registry.ApiScope;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.ChangeType;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.promotion.NotAdmitted.Reason;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.promotion.Submitting.Submitted;
import org.overread.registry.review.Rule;
import org.overread.registry.testing.Actors;

class PromotionsTest {
    private static final ModelVersionId SEPSIS_3 = new ModelVersionId("sepsis", 3);

    private final InMemoryGovernance governance = new InMemoryGovernance();
    private final Promotions promotions = governance.promotions;

    private static void assertRefused(Submitting answer, Reason reason) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        NotAdmitted.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(GovernanceException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    @DisplayName("D4: on a fresh installation nothing is promoted, and the attempt is recorded")
    void refusesWithoutAPolicy() {
        assertRefused(governance.submit(OWNER), Reason.NO_POLICY);

        assertThat(governance.requests.files).isEmpty();
        assertThat(governance.lastDeed().deed().action()).isEqualTo("promotion.refused");
        assertThat(governance.lastDeed().deed().details()).containsEntry("reason", "NO_POLICY");
    }

    @Nested
    class UnderAPolicy {
        @BeforeEach
        void publish() {
            governance.publishPilotPolicy();
        }

        @Test
        void pinsPolicyAndEvidenceAndAsksTheGate() {
            var answer = governance.submit(OWNER);

            assertThat(answer).isInstanceOfSatisfying(Submitted.class, submitted -> {
                assertThat(submitted.verdict().open()).isTrue();
                var dossier = promotions.request(OWNER, submitted.request());
                assertThat(dossier.state()).isEqualTo(State.IN_REVIEW);
                assertThat(dossier.policy())
                        .isEqualTo(governance.policies.list(CHAIR).getFirst());
                assertThat(dossier.evidence()).isEqualTo(goodEvidence());
                assertThat(dossier.verdict()).isEqualTo(submitted.verdict());
                assertThat(dossier.submission().versionDigest())
                        .isEqualTo(governance
                                .catalog
                                .catalog()
                                .version(OWNER, SEPSIS_2)
                                .digest());
            });
        }

        @Test
        void recordsTheRequestWithTheDigestsOfWhatIsPinned() {
            var submission = promotions.request(OWNER, governance.submitted()).submission();

            var deed = governance.lastDeed().deed();
            assertThat(deed.action()).isEqualTo("promotion.submitted");
            assertThat(deed.model()).isEqualTo("sepsis");
            assertThat(deed.sentence())
                    .isEqualTo("asked to bring sepsis/2 from Silent run to Pilot at north;"
                            + " the gate says: 2 of 2 criteria met");
            assertThat(deed.details())
                    .containsEntry("digest", submission.digest().hex())
                    .containsEntry("policy", submission.policyDigest().hex())
                    .containsEntry("evidence", submission.evidenceDigest().hex());
            assertThat(deed.toString()).doesNotContain("The silent run went well.");
        }

        @Test
        @DisplayName("D1: skipping a stage is refused and recorded")
        void refusesToSkipAStage() {
            assertRefused(
                    promotions.submit(OWNER, SEPSIS_3, Stage.PILOT, "north", (String) null), Reason.STAGE_SKIPPED);

            assertThat(governance.lastDeed().actor()).isEqualTo(OWNER);
            assertThat(governance.lastDeed().deed().sentence())
                    .startsWith("was refused to ask for Pilot of sepsis/3 at north: sepsis/3 at north is at the stage"
                            + " Registered;");
        }

        @Test
        @DisplayName("D3: with one severe finding open it is kept as blocked; answered, a new request is in review")
        void keepsABlockedRequestAndTakesANewOne() {
            governance.evidence = GateFixtures.evidence(
                    GateFixtures.estimate(GateMetric.SENSITIVITY, 0.9, 0.85, 0.95),
                    Figure.counted(GateMetric.UNANSWERED_SEVERE, 1));
            var blocked = governance.submitted();
            governance.evidence = goodEvidence();
            var taken = governance.submitted();

            assertThat(governance.state(blocked)).isEqualTo(State.BLOCKED);
            assertThat(governance.state(taken)).isEqualTo(State.IN_REVIEW);
        }

        @Test
        void takesNoSecondRequestForTheSameWhileOneIsUnderWay() {
            var first = governance.submitted();

            assertRefused(governance.submit(OWNER), Reason.ALREADY_ASKED);
            promotions.withdraw(OWNER, first);
            assertThat(governance.submit(OWNER)).isInstanceOf(Submitted.class);
        }

        @Test
        @DisplayName("A1: one byte of the prompt changed: no request is taken, and one under way halts")
        void refusesAnAlteredVersion() {
            var request = governance.submitted();
            governance.catalog.tamper(SEPSIS_2, CatalogFixtures.declaration(ChangeType.RETRAINED, "prompt of 2!"));

            assertThat(governance.state(request)).isEqualTo(State.HALTED);
            assertRefused(governance.submit(OWNER), Reason.NOT_AS_REGISTERED);
        }

        @Test
        void letsOnlyThoseAskWhoMay() {
            for (var other :
                    List.of(CLINICAL, CHAIR, person(50, "South", new Scope(null, null, "south"), Role.MODEL_OWNER))) {
                assertThatExceptionOfType(GovernanceException.class)
                        .isThrownBy(() -> governance.submit(other))
                        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
            }
            var pipeline = Actors.machine("m-1", Scope.EVERYWHERE, ApiScope.PROMOTE);
            assertThat(governance.submit(pipeline)).isInstanceOf(Submitted.class);
        }

        @Test
        @DisplayName("D5: the request of a machine is that of whoever let it in: they may take it back and not sign it")
        void countsAMachineAndItsHolderAsOne() {
            var pipeline = Actors.machine("m-1", Scope.EVERYWHERE, ApiScope.PROMOTE);
            governance.letInBy.put(pipeline.id(), EVERY_ROLE.id());
            var request = ((Submitted) governance.submit(pipeline)).request();

            assertThat(governance.review(EVERY_ROLE, request, Role.CLINICAL_REVIEWER))
                    .isInstanceOfSatisfying(
                            Step.Refused.class,
                            refused -> assertThat(refused.reason())
                                    .isEqualTo("A machine that you let in submitted this request, so others review and"
                                            + " decide it."));
            assertThat(governance.requesters.of(SEPSIS_2))
                    .singleElement()
                    .satisfies(eyes -> assertThat(eyes.include(EVERY_ROLE.id())).isTrue());
            assertThat(promotions.withdraw(EVERY_ROLE, request)).isInstanceOf(Step.Taken.class);
            assertThat(governance.requesters.of(SEPSIS_2)).isEmpty();
        }

        @Test
        void refusesARationaleThatIsTooLong() {
            var longest = "r".repeat(4000);

            assertThatExceptionOfType(GovernanceException.class)
                    .isThrownBy(() -> promotions.submit(OWNER, SEPSIS_2, Stage.PILOT, "north", longest + "r"));
            assertThat(promotions.submit(OWNER, SEPSIS_2, Stage.PILOT, "north", longest))
                    .isInstanceOf(Submitted.class);
        }

        @Test
        void knowsNothingOfUnknownVersionsSitesAndRequests() {
            assertNotFound(() ->
                    promotions.submit(OWNER, new ModelVersionId("sepsis", 9), Stage.PILOT, "north", (String) null));
            assertNotFound(() -> promotions.submit(OWNER, SEPSIS_2, Stage.PILOT, "west", (String) null));
            assertNotFound(() -> promotions.request(OWNER, new UUID(0, 0)));
            assertNotFound(() -> promotions.withdraw(OWNER, new UUID(0, 0)));
        }

        @Test
        @DisplayName("G1: a request about a model one may not see is not found and not listed")
        void hidesRequestsFromThoseWhoMayNotSeeThem() {
            var request = governance.submitted();
            var oncologist = person(51, "Otto Oncology", new Scope(null, "oncology", null), Role.CLINICAL_REVIEWER);

            assertNotFound(() -> promotions.request(oncologist, request));
            assertThat(promotions.list(oncologist, PromotionFilter.ALL)).isEmpty();
            assertThat(promotions.waitingFor(oncologist)).isEmpty();
        }

        @Test
        void asksTheGateWithoutKeepingAnything() {
            var check = promotions.check(OWNER, SEPSIS_2, Stage.PILOT, "north");

            assertThat(check)
                    .isInstanceOfSatisfying(
                            GateCheck.Decided.class,
                            decided -> assertThat(decided.verdict().open()).isTrue());
            assertThat(promotions.check(OWNER, SEPSIS_3, Stage.PILOT, "north")).isInstanceOf(NotAdmitted.class);
            assertThat(governance.requests.files).isEmpty();
            assertThat(governance.lastDeed().deed().action()).isEqualTo("policy.published");
        }

        @Test
        @DisplayName("D7: a policy published during review does not judge it, and the difference is shown")
        void judgesByThePinnedPolicy() {
            var request = governance.submitted();
            governance.later(Duration.ofHours(1));
            var pilot = GateFixtures.pilotDraft();
            governance.publish(new PolicyDraft(
                    pilot.name(),
                    pilot.opens(),
                    pilot.from(),
                    null,
                    List.of(GateFixtures.ENOUGH_PREDICTIONS, GateFixtures.NOTHING_SEVERE_OPEN),
                    pilot.reviews()));
            governance.evidence = GateFixtures.evidence();

            var dossier = promotions.request(CLINICAL, request);

            assertThat(dossier.state()).isEqualTo(State.IN_REVIEW);
            assertThat(dossier.policy()).extracting(policy -> policy.number()).isEqualTo(1);
            assertThat(dossier.policyChanges())
                    .containsExactly(
                            "Now demanded: Predictions at least 1,000.",
                            "No longer demanded: " + GateFixtures.GOOD_SENSITIVITY.label() + ".");
        }

        @Test
        void listsByStateAndSite() {
            var withdrawn = governance.submitted();
            promotions.withdraw(OWNER, withdrawn);
            governance.later(Duration.ofMinutes(5));
            var open = governance.submitted();

            assertThat(promotions.list(CHAIR, PromotionFilter.ALL))
                    .extracting(PromotionSummary::id)
                    .containsExactly(open, withdrawn);
            assertThat(promotions.list(CHAIR, new PromotionFilter("sepsis", 2, "north", Set.of(State.IN_REVIEW))))
                    .containsExactly(new PromotionSummary(
                            open,
                            SEPSIS_2,
                            Stage.SILENT,
                            Stage.PILOT,
                            "north",
                            "Olga Owner",
                            governance.now,
                            State.IN_REVIEW,
                            "Reviews are still missing.",
                            false));
            assertThat(promotions.list(CHAIR, new PromotionFilter(null, null, "south", Set.of())))
                    .isEmpty();
        }

        @Test
        void tellsForWhomARequestWaits() {
            var request = governance.submitted();
            assertThat(promotions.waitingFor(CLINICAL)).hasSize(1);
            assertThat(promotions.waitingFor(CHAIR)).isEmpty();
            assertThat(promotions.waitingFor(OWNER)).isEmpty();

            governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
            governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);

            assertThat(promotions.waitingFor(CLINICAL)).isEmpty();
            assertThat(promotions.waitingFor(person(52, "Third", Role.CLINICAL_REVIEWER)))
                    .as("the quorum is reached")
                    .isEmpty();
            assertThat(promotions.waitingFor(CHAIR))
                    .extracting(PromotionSummary::id)
                    .containsExactly(request);
        }

        @Test
        void isWithdrawnByItsRequesterOnly() {
            var request = governance.submitted();

            assertThat(promotions.withdraw(EVERY_ROLE, request))
                    .isInstanceOfSatisfying(
                            Step.Refused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.NOT_THE_REQUESTER));
            assertThat(promotions.withdraw(OWNER, request)).isInstanceOf(Step.Taken.class);
            assertThat(governance.state(request)).isEqualTo(State.WITHDRAWN);
            assertThat(governance.lastDeed().deed().action()).isEqualTo("promotion.withdrawn");
            assertThat(promotions.withdraw(OWNER, request))
                    .isEqualTo(new Step.Refused(Rule.NOT_OPEN, "Withdrawn by Olga Owner."));
        }
    }
}
