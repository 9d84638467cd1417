package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2_CONTENT;
import static org.overread.registry.promotion.PromotionFixtures.IN_SILENT_RUN;
import static org.overread.registry.promotion.PromotionFixtures.LATER;
import static org.overread.registry.promotion.PromotionFixtures.REQUEST;
import static org.overread.registry.promotion.PromotionFixtures.SEPSIS_1;
import static org.overread.registry.promotion.PromotionFixtures.SEPSIS_3;
import static org.overread.registry.promotion.PromotionFixtures.SILENT_RUN;
import static org.overread.registry.promotion.PromotionFixtures.after;
import static org.overread.registry.promotion.PromotionFixtures.frozen;
import static org.overread.registry.promotion.PromotionFixtures.policy;
import static org.overread.registry.promotion.PromotionFixtures.request;
import static org.overread.registry.promotion.PromotionFixtures.signedBy;
import static org.overread.registry.promotion.PromotionFixtures.standing;
import static org.overread.registry.promotion.PromotionFixtures.step;
import static org.overread.registry.promotion.PromotionFixtures.submitted;
import static org.overread.registry.promotion.PromotionFixtures.submittedBy;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.EVERY_ROLE;
import static org.overread.registry.review.ReviewFixtures.NOON;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.SECOND_CLINICAL;
import static org.overread.registry.review.ReviewFixtures.SEPSIS_NORTH;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;
import static org.overread.registry.review.ReviewFixtures.approval;
import static org.overread.registry.review.ReviewFixtures.rejection;
import static org.overread.registry.review.ReviewFixtures.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.overread.registry.Digest;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageHistory;
import org.overread.registry.gate.Change.SevereFinding;
import org.overread.registry.gate.Changes;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.promotion.Ending.How;
import org.overread.registry.promotion.PromotionFile.Withdrawal;
import org.overread.registry.promotion.PromotionRequest.Approved;
import org.overread.registry.promotion.PromotionRequest.Blocked;
import org.overread.registry.promotion.PromotionRequest.Ended;
import org.overread.registry.promotion.PromotionRequest.Halted;
import org.overread.registry.promotion.PromotionRequest.InReview;
import org.overread.registry.promotion.PromotionRequest.Live;
import org.overread.registry.promotion.PromotionRequest.Pending;
import org.overread.registry.promotion.PromotionRequest.ReadyForDecision;
import org.overread.registry.promotion.PromotionRequest.Rejected;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.promotion.PromotionRequest.Undecided;
import org.overread.registry.promotion.PromotionRequest.Withdrawn;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Rule;

class PromotionRequestTest {
    private static final Intent CLINICAL_REVIEW = review(CLINICAL, Role.CLINICAL_REVIEWER);
    private static final Intent TECHNICAL_REVIEW = review(TECHNICAL, Role.TECHNICAL_REVIEWER);

    private static PromotionRequest now(PromotionFile file) {
        return request(file, IN_SILENT_RUN);
    }

    private static PromotionFile reviewed() {
        return signedBy(submitted(), CLINICAL_REVIEW, TECHNICAL_REVIEW);
    }

    private static PromotionFile approved() {
        return signedBy(reviewed(), approval(CHAIR));
    }

    private static Step sign(PromotionRequest request, Intent intent) {
        return ((Undecided) request).signed(intent, new UUID(33, 1), LATER);
    }

    private static Evidence oneSevereFindingOpen() {
        return GateFixtures.evidence(
                GateFixtures.estimate(GateMetric.SENSITIVITY, 0.9, 0.85, 0.95),
                Figure.counted(GateMetric.UNANSWERED_SEVERE, 1));
    }

    @Nested
    class Life {
        @Test
        void beginsInReviewWhenTheGateIsOpen() {
            assertThat(now(submitted())).isInstanceOf(InReview.class);
        }

        @Test
        @DisplayName("D3: begins and stays blocked when one severe finding is unanswered")
        void beginsBlockedWhenTheGateIsShut() {
            var request = now(submittedBy(OWNER, oneSevereFindingOpen()));

            assertThat(request)
                    .isInstanceOfSatisfying(
                            Blocked.class,
                            blocked -> assertThat(blocked.verdict().summary())
                                    .isEqualTo("1 of 2 criteria met, 1 not met, 0 undetermined"));
            assertThat(request).isNotInstanceOf(Undecided.class);
        }

        @Test
        void waitsForEveryRole() {
            assertThat(now(signedBy(submitted(), CLINICAL_REVIEW))).isInstanceOf(InReview.class);
            assertThat(now(reviewed())).isInstanceOf(ReadyForDecision.class);
        }

        @Test
        void isApprovedByTheChair() {
            assertThat(now(approved()))
                    .isInstanceOfSatisfying(
                            Approved.class,
                            approved -> assertThat(approved.approval().signer()).isEqualTo(CHAIR.personId()));
        }

        @Test
        void isInEffectOnceTheVersionHasEnteredTheStage() {
            var entered = after(step(SEPSIS_2, Stage.PILOT, LATER, REQUEST));

            assertThat(request(approved(), entered))
                    .isEqualTo(new Live(approved(), LATER, IN_SILENT_RUN.replacement(Stage.PILOT)));
        }

        @Test
        @DisplayName("A9: is no longer in effect once the version is stopped, and stays approved")
        void endsWhenTheVersionIsStopped() {
            var stopped = after(
                    step(SEPSIS_2, Stage.PILOT, LATER.minusSeconds(20), REQUEST),
                    step(SEPSIS_2, Stage.SUSPENDED, LATER, null));

            assertThat(request(approved(), stopped))
                    .isEqualTo(new Ended(
                            approved(),
                            LATER.minusSeconds(20),
                            IN_SILENT_RUN.replacement(Stage.PILOT),
                            new Ending(How.STOPPED, SEPSIS_2, "Sam Somebody", LATER, null, Stage.SUSPENDED)));
        }

        @Test
        @DisplayName("A9: is no longer in effect once another version took its place, or it went on to another stage")
        void endsWhenItIsReplacedOrGoesOn() {
            var replaced = after(
                    step(SEPSIS_2, Stage.PILOT, LATER.minusSeconds(20), REQUEST),
                    step(SEPSIS_3, Stage.PILOT, LATER, new UUID(31, 7)));
            var wentOn = after(
                    step(SEPSIS_2, Stage.PILOT, LATER.minusSeconds(20), REQUEST),
                    step(SEPSIS_2, Stage.GENERAL, LATER, new UUID(31, 7)));

            assertThat(endingOf(replaced))
                    .isEqualTo(new Ending(How.REPLACED, SEPSIS_3, "Sam Somebody", LATER, null, Stage.RETIRED));
            assertThat(endingOf(wentOn))
                    .isEqualTo(new Ending(How.MOVED_ON, SEPSIS_2, "Sam Somebody", LATER, null, Stage.GENERAL));
        }

        @Test
        @DisplayName("A7: what the audit trail does not bear out is not called in effect, and is past withdrawing")
        void isInDoubtWhenTheTrailDoesNotBearItOut() {
            var steps = Stream.concat(SILENT_RUN.stream(), Stream.of(step(SEPSIS_2, Stage.PILOT, LATER, REQUEST)));

            var doubted = request(approved(), standing(steps.toList(), "The signature of Eve has no entry."));

            assertThat(doubted).isInstanceOfSatisfying(Halted.class, halted -> {
                assertThat(halted.reason()).isEqualTo("The signature of Eve has no entry.");
                assertThat(halted.mayWithdraw(OWNER).allowed()).isFalse();
            });
        }

        @Test
        @DisplayName("A9: a version live for another audience, or stopped elsewhere, ends nothing here")
        void goesOnBesideOthers() {
            var beside = after(
                    step(SEPSIS_2, Stage.PILOT, LATER.minusSeconds(20), REQUEST),
                    step(SEPSIS_3, Stage.GENERAL, LATER.minusSeconds(10), new UUID(31, 7)),
                    step(SEPSIS_3, Stage.SUSPENDED, LATER, null));

            assertThat(request(approved(), beside).state()).isEqualTo(State.LIVE);
        }

        private static Ending endingOf(Standing standing) {
            return ((Ended) request(approved(), standing)).ending();
        }

        @Test
        void isRejectedByWhoeverMaySign() {
            var byReviewer = signedBy(submitted(), rejection(CLINICAL, Role.CLINICAL_REVIEWER, "Too risky."));
            var byChair = signedBy(reviewed(), rejection(CHAIR, Role.CHAIR, "Not now."));

            assertThat(now(byReviewer)).isInstanceOf(Rejected.class);
            assertThat(now(byChair)).isInstanceOf(Rejected.class);
        }

        @Test
        void isWithdrawnByItsRequester() {
            var step = ((Pending) now(reviewed())).withdrawnBy(OWNER, LATER);

            assertThat(step)
                    .isEqualTo(new Step.Taken(new Withdrawn(
                            reviewed().with(new Withdrawal(OWNER.id(), OWNER.name(), LATER)),
                            new Withdrawal(OWNER.id(), OWNER.name(), LATER))));
        }

        @Test
        void isNotWithdrawnByAnybodyElse() {
            var step = ((Pending) now(submitted())).withdrawnBy(EVERY_ROLE, LATER);

            assertThat(step)
                    .isEqualTo(
                            new Step.Refused(Rule.NOT_THE_REQUESTER, "Only the one who submitted it can withdraw it."));
        }

        @Test
        void canBeWithdrawnWhileBlocked() {
            assertThat(now(submittedBy(OWNER, oneSevereFindingOpen()))).isInstanceOf(Pending.class);
        }

        @Test
        @DisplayName("D12: silence never approves: ten years later it still waits")
        void waitsForEver() {
            var tenYearsLater = new Standing(
                    SEPSIS_2,
                    SEPSIS_2_CONTENT,
                    "north",
                    SEPSIS_NORTH,
                    true,
                    new StageHistory(SILENT_RUN),
                    Map.of(),
                    List.of(),
                    NOON.plus(Duration.ofDays(3653)));

            assertThat(request(submitted(), tenYearsLater)).isInstanceOf(InReview.class);
            assertThat(request(reviewed(), tenYearsLater)).isInstanceOf(ReadyForDecision.class);
        }

        @Test
        void isUnderWayFromReviewToApproval() {
            assertThat(State.values())
                    .filteredOn(State::underWay)
                    .containsExactly(State.IN_REVIEW, State.READY_FOR_DECISION, State.APPROVED);
        }
    }

    @Nested
    class Signing {
        @Test
        @DisplayName("D5: a second vote by the same person is refused and changes nothing")
        void refusesASecondVote() {
            var request = now(signedBy(submitted(), CLINICAL_REVIEW));

            assertThat(sign(request, CLINICAL_REVIEW))
                    .isInstanceOfSatisfying(
                            Step.Refused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.SIGNED_BEFORE));
        }

        @Test
        @DisplayName("D5: the requester is refused as reviewer and as chair")
        void refusesTheRequester() {
            var request = now(submittedBy(EVERY_ROLE, GateFixtures.goodEvidence()));

            assertThat(sign(request, review(EVERY_ROLE, Role.CLINICAL_REVIEWER)))
                    .isInstanceOf(Step.Refused.class);
            assertThat(sign(request, approval(EVERY_ROLE))).isInstanceOf(Step.Refused.class);
        }

        @Test
        @DisplayName("D5: the chair is refused before the quorum")
        void refusesAnEarlyApproval() {
            assertThat(sign(now(submitted()), approval(CHAIR)))
                    .isInstanceOfSatisfying(
                            Step.Refused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.QUORUM_NOT_REACHED));
        }

        @Test
        @DisplayName("D8: a signature covers the request, the evidence and the policy as they stand")
        void coversWhatStandsThere() {
            var file = signedBy(submitted(), CLINICAL_REVIEW);
            var covered = file.chain().signatures().getFirst().covered();

            assertThat(covered.subject()).isEqualTo(file.submission().digest());
            assertThat(covered.evidence()).isEqualTo(Digest.of(file.evidence().text()));
            assertThat(covered.policy()).isEqualTo(Digest.of(file.policy().text()));
            assertThat(file.notCovering()).isEmpty();
        }

        @Test
        void reviewsBeyondTheQuorumAreWelcome() {
            var more = signedBy(reviewed(), review(SECOND_CLINICAL, Role.CLINICAL_REVIEWER));

            assertThat(now(more)).isInstanceOf(ReadyForDecision.class);
        }
    }

    @Nested
    @DisplayName("D8: what was altered stops everything")
    class Altered {
        private static PromotionFile withEvidence(PromotionFile file, Evidence other) {
            var text = frozen(other).text();
            var altered = new Frozen<>(other, text, file.evidence().pinned());
            return new PromotionFile(
                    file.submission(), file.submitted(), file.policy(), altered, file.chain(), file.withdrawal());
        }

        private static PromotionFile withSubmission(PromotionFile file, Submission other, Digest submitted) {
            return new PromotionFile(other, submitted, file.policy(), file.evidence(), file.chain(), file.withdrawal());
        }

        private static Submission toGeneralUse(Submission asked) {
            return new Submission(
                    asked.id(),
                    asked.version(),
                    asked.versionDigest(),
                    asked.from(),
                    Stage.GENERAL,
                    asked.site(),
                    asked.requester(),
                    asked.requesterName(),
                    asked.rationale(),
                    asked.submittedAt(),
                    asked.policy(),
                    asked.policyDigest(),
                    asked.evidenceDigest());
        }

        @Test
        void evidenceNamesEverySignatureThatNoLongerCovers() {
            var better = GateFixtures.evidence(
                    GateFixtures.estimate(GateMetric.SENSITIVITY, 0.99, 0.98, 1.0),
                    Figure.counted(GateMetric.UNANSWERED_SEVERE, 0));

            assertThat(now(withEvidence(reviewed(), better)))
                    .isInstanceOfSatisfying(
                            Halted.class,
                            halted -> assertThat(halted.reasons())
                                    .containsExactly(
                                            "The evidence is no longer what was submitted.",
                                            "The signature of Dr. Carl Clinical (Clinical reviewer) no longer covers it.",
                                            "The signature of Tom Technical (Technical reviewer) no longer covers it."));
        }

        @Test
        void policyStopsAnApprovedRequestToo() {
            var file = approved();
            var laxer = new Frozen<>(
                    GateFixtures.policyOf(GateFixtures.NOTHING_SEVERE_OPEN),
                    frozen(GateFixtures.policyOf(GateFixtures.NOTHING_SEVERE_OPEN))
                            .text(),
                    file.policy().pinned());
            var altered = new PromotionFile(
                    file.submission(), file.submitted(), laxer, file.evidence(), file.chain(), file.withdrawal());

            assertThat(now(altered))
                    .isInstanceOfSatisfying(
                            Halted.class,
                            halted -> assertThat(halted.reason())
                                    .contains("The policy is no longer the one it was submitted under.")
                                    .contains("Dr. Clara Chair (Committee chair)"));
        }

        @Test
        void policyExchangedTogetherWithItsDigestIsNoticed() {
            var file = submitted();
            var exchanged = new PromotionFile(
                    file.submission(),
                    file.submitted(),
                    frozen(GateFixtures.policyOf(GateFixtures.NOTHING_SEVERE_OPEN)),
                    file.evidence(),
                    file.chain(),
                    null);

            assertThat(now(exchanged)).isInstanceOf(Halted.class);
        }

        @Test
        void whatCannotBeReadAnyMoreHaltsInsteadOfFailing() {
            var file = submitted();
            var unreadable = new PromotionFile(
                    file.submission(),
                    file.submitted(),
                    new Frozen<>(null, "{", file.policy().pinned()),
                    new Frozen<>(null, "", file.evidence().pinned()),
                    file.chain(),
                    null);

            assertThat(unreadable.verdict()).isNull();
            assertThat(now(unreadable))
                    .isInstanceOfSatisfying(
                            Halted.class, halted -> assertThat(halted.reasons()).hasSize(2));
        }

        @Test
        void theRequestItselfIsCoveredAsWell() {
            var file = reviewed();
            var elsewhere = toGeneralUse(file.submission());

            assertThat(now(withSubmission(file, elsewhere, file.submitted())))
                    .isInstanceOfSatisfying(
                            Halted.class,
                            halted -> assertThat(halted.reasons())
                                    .hasSize(3)
                                    .first()
                                    .isEqualTo("The request is no longer as it was submitted."));
            assertThat(now(withSubmission(file, elsewhere, elsewhere.digest())))
                    .as("with its digest computed anew the signatures still tell")
                    .isInstanceOfSatisfying(
                            Halted.class, halted -> assertThat(halted.reasons()).hasSize(2));
        }

        @Test
        @DisplayName("A1: a version that is no longer what was registered")
        void theVersion() {
            var standing = new Standing(
                    SEPSIS_2,
                    SEPSIS_2_CONTENT,
                    "north",
                    SEPSIS_NORTH,
                    false,
                    new StageHistory(SILENT_RUN),
                    Map.of(),
                    List.of(),
                    LATER);

            assertThat(request(approved(), standing))
                    .isInstanceOfSatisfying(
                            Halted.class,
                            halted -> assertThat(halted.reason())
                                    .isEqualTo("sepsis/2 is no longer what was registered."));
        }

        @Test
        void whatIsInEffectStaysInEffectAndShowsTheSignaturesAsNotCovering() {
            var file = withEvidence(approved(), oneSevereFindingOpen());
            var entered = after(step(SEPSIS_2, Stage.PILOT, LATER, REQUEST));

            assertThat(request(file, entered)).isInstanceOf(Live.class);
            assertThat(file.notCovering()).hasSize(3);
        }
    }

    @Nested
    @DisplayName("D15: what has changed since it was submitted")
    class Changed {
        private static final Changes CONCERN = since(true);

        private static Changes since(boolean open) {
            return Changes.of(
                    policy(),
                    GateFixtures.goodEvidence(),
                    List.of(new SevereFinding(new UUID(2, 1), true, NOON, "north", open)),
                    null,
                    NOON);
        }

        private static PromotionRequest now(PromotionFile file, Changes changes) {
            return PromotionRequest.of(file, IN_SILENT_RUN, (policy, evidence) -> changes);
        }

        private static Intent seeing(Intent intent, Changes changes) {
            return new Intent(
                    intent.signer(),
                    intent.role(),
                    intent.meaning(),
                    intent.comment(),
                    intent.zone(),
                    changes.digest());
        }

        private static void assertRefused(Step step, Rule rule) {
            assertThat(step)
                    .isInstanceOfSatisfying(
                            Step.Refused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(rule));
        }

        @Test
        void stopsTheApprovalAlsoOfAChairWhoHasSeenIt() {
            var request = now(reviewed(), CONCERN);

            assertThat(request.state()).isEqualTo(State.READY_FOR_DECISION);
            assertRefused(sign(request, seeing(approval(CHAIR), CONCERN)), Rule.CHANGED_SINCE);
            assertThat(((Undecided) request).waitsFor(CHAIR)).isFalse();
        }

        @Test
        void isShownBeforeAnybodySigns() {
            var request = now(submitted(), CONCERN);

            assertRefused(sign(request, CLINICAL_REVIEW), Rule.NOT_SEEN);
            assertThat(sign(request, seeing(CLINICAL_REVIEW, CONCERN))).isInstanceOf(Step.Taken.class);
        }

        @Test
        void answeredItStillHasToBeSeenAndIsPartOfWhatIsSigned() {
            var answered = since(false);
            var request = now(reviewed(), answered);

            assertRefused(sign(request, approval(CHAIR)), Rule.NOT_SEEN);
            assertRefused(sign(request, seeing(approval(CHAIR), CONCERN)), Rule.NOT_SEEN);
            assertThat(sign(request, seeing(approval(CHAIR), answered)))
                    .isInstanceOfSatisfying(
                            Step.Taken.class,
                            taken -> assertThat(taken.now()
                                            .file()
                                            .chain()
                                            .signatures()
                                            .getLast()
                                            .since())
                                    .isEqualTo(answered.text()));
        }

        @Test
        void whoeverRejectsNeedsNotHaveSeenIt() {
            var step = sign(now(submitted(), CONCERN), rejection(CHAIR, Role.CHAIR, "Not now."));

            assertThat(step).isInstanceOf(Step.Taken.class);
            assertThat(((Step.Taken) step)
                            .now()
                            .file()
                            .chain()
                            .signatures()
                            .getLast()
                            .since())
                    .as("not seen, so not signed")
                    .isNull();
        }

        @Test
        void anApprovedRequestThatIsStoppedCanBeWithdrawn() {
            assertRefused(((Pending) now(approved(), Changes.NONE)).withdrawnBy(OWNER, LATER), Rule.NOT_OPEN);
            assertThat(((Pending) now(approved(), CONCERN)).withdrawnBy(OWNER, LATER))
                    .isInstanceOf(Step.Taken.class);
        }

        @Test
        void isNotAskedForOnceNothingCanComeOfIt() {
            var blocked = submittedBy(OWNER, oneSevereFindingOpen());

            assertThat(PromotionRequest.of(blocked, IN_SILENT_RUN, (policy, evidence) -> {
                        throw new AssertionError("nobody needs to know");
                    }))
                    .isInstanceOf(Blocked.class);
        }
    }

    @Nested
    class Overtaken {
        private static final Instant MEANWHILE = NOON.plusSeconds(600);

        @Test
        @DisplayName("A version stopped after its approval does not go live by it")
        void bySuspension() {
            var suspended = after(step(SEPSIS_2, Stage.SUSPENDED, MEANWHILE, null));

            assertThat(request(approved(), suspended))
                    .isInstanceOfSatisfying(
                            Halted.class,
                            halted -> assertThat(halted.reason())
                                    .isEqualTo("sepsis/2 has changed its stage at north since this was submitted;"
                                            + " it is now: Suspended."));
        }

        @Test
        @DisplayName("D2: what the gate has shut stays blocked, wherever the version goes")
        void notWhatTheGateHasShut() {
            var blocked = submittedBy(OWNER, oneSevereFindingOpen());
            var suspended = after(step(SEPSIS_2, Stage.SUSPENDED, MEANWHILE, null));

            assertThat(request(blocked, suspended)).isInstanceOfSatisfying(Blocked.class, still -> {
                assertThat(still.verdict().open()).isFalse();
                assertThat(still.notes())
                        .containsExactly("sepsis/2 has changed its stage at north since this was submitted;"
                                + " it is now: Suspended.");
                assertThat(PromotionDossier.status(still)).contains("The gate is shut: ", "it is now: Suspended.");
            });
        }

        @Test
        @DisplayName("D2: the verdict stays readable in every state, and only as long as it is what was pinned")
        void theVerdictStays() {
            var suspended = after(step(SEPSIS_2, Stage.SUSPENDED, MEANWHILE, null));
            var rejected = signedBy(submitted(), rejection(CHAIR, Role.CHAIR, "No."));
            var withdrawn = submitted().with(new Withdrawal(OWNER.id(), OWNER.name(), LATER));

            for (var halted : List.of(
                    request(submitted(), suspended), request(rejected, suspended), request(withdrawn, suspended))) {
                assertThat(PromotionDossier.of(halted, CHAIR, policy()).verdict())
                        .as(halted.state().title())
                        .isNotNull();
            }
        }

        @Test
        void byLeavingAndComingBack() {
            var thereAndBack = after(
                    step(SEPSIS_2, Stage.PILOT, MEANWHILE, new UUID(31, 2)),
                    step(SEPSIS_2, Stage.SILENT, MEANWHILE.plusSeconds(1), new UUID(31, 3)));

            assertThat(request(submitted(), thereAndBack)).isInstanceOf(Halted.class);
        }

        @Test
        void notByAnotherVersionNorBeforeItWasSubmitted() {
            var others = after(
                    step(SEPSIS_2, Stage.SILENT, NOON, new UUID(31, 4)),
                    step(SEPSIS_1, Stage.PILOT, MEANWHILE, new UUID(31, 3)));

            assertThat(request(submitted(), others)).isInstanceOf(InReview.class);
        }
    }

    @Test
    void aSubmissionReadsAsASentenceAndAsAStatement() {
        var submission = submitted().submission();

        assertThat(submission.sentence()).isEqualTo("sepsis/2 from Silent run to Pilot at north");
        assertThat(submission.statement()).hasToString("""
                Overread promotion request, form 1
                id: %s
                version: sepsis/2
                version digest: %s
                from: SILENT
                to: PILOT
                site: north
                requester: %s
                requester name: Olga Owner
                rationale: The silent run went well.
                submitted at: 2026-05-04T12:00:00.123456Z
                policy: %s
                policy digest: %s
                evidence digest: %s
                """.formatted(
                        REQUEST,
                        submission.versionDigest(),
                        OWNER.id(),
                        policy().id(),
                        submission.policyDigest(),
                        submission.evidenceDigest()));
    }
}
