package org.overread.registry.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.EVERY_ROLE;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.SECOND_CLINICAL;
import static org.overread.registry.review.ReviewFixtures.SEPSIS_NORTH;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;
import static org.overread.registry.review.ReviewFixtures.approval;
import static org.overread.registry.review.ReviewFixtures.person;
import static org.overread.registry.review.ReviewFixtures.rejection;
import static org.overread.registry.review.ReviewFixtures.review;
import static org.overread.registry.review.ReviewFixtures.signed;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.registry.Actor;
import org.overread.registry.PairOfEyes;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.review.Ruling.Allowed;
import org.overread.registry.review.Ruling.Refused;
import org.overread.registry.review.SignOff.Tally;

class SignOffTest {
    private static final Intent CLINICAL_REVIEW = review(CLINICAL, Role.CLINICAL_REVIEWER);
    private static final Intent TECHNICAL_REVIEW = review(TECHNICAL, Role.TECHNICAL_REVIEWER);

    /** One clinical and one technical review, asked for by the model owner. */
    private static SignOff oneOfEach(Intent... soFar) {
        return signOff(OWNER, 1, soFar);
    }

    private static SignOff signOff(Actor requester, int clinicalQuorum, Intent... soFar) {
        return signOff(PairOfEyes.of(requester.id()), clinicalQuorum, soFar);
    }

    private static SignOff signOff(PairOfEyes requester, int clinicalQuorum, Intent... soFar) {
        return new SignOff(
                requester,
                SEPSIS_NORTH,
                List.of(
                        new RequiredReview(Role.CLINICAL_REVIEWER, clinicalQuorum),
                        new RequiredReview(Role.TECHNICAL_REVIEWER, 1)),
                signed(soFar));
    }

    private static void assertRefused(Ruling ruling, Rule rule) {
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
        assertThat(ruling.allowed()).isFalse();
    }

    @Nested
    class Reviewing {
        @Test
        void isForTheRolesThePolicyAsksFor() {
            assertThat(oneOfEach().on(CLINICAL_REVIEW)).isEqualTo(new Allowed());
            assertThat(oneOfEach().on(TECHNICAL_REVIEW)).isEqualTo(new Allowed());
        }

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"CLINICAL_REVIEWER", "TECHNICAL_REVIEWER"})
        @DisplayName("D5: a wrong role does not count")
        void isNotForOtherRoles(Role other) {
            assertRefused(oneOfEach().on(review(EVERY_ROLE, other)), Rule.ROLE_NOT_ASKED_FOR);
        }

        @Test
        @DisplayName("D5: nobody reviews in a role they do not hold")
        void isNotForARoleOneDoesNotHold() {
            assertRefused(oneOfEach().on(review(CLINICAL, Role.TECHNICAL_REVIEWER)), Rule.ROLE_NOT_HELD);
        }

        @Test
        @DisplayName("D5: a role held for another site, model or department does not fit")
        void isNotForARoleHeldElsewhere() {
            var south = person(20, "Sam South", new Scope(null, null, "south"), Role.CLINICAL_REVIEWER);
            var pancreas = person(21, "Pia Pancreas", new Scope("pancreas", null, null), Role.CLINICAL_REVIEWER);
            var oncology = person(22, "Otto Oncology", new Scope(null, "oncology", null), Role.CLINICAL_REVIEWER);
            var here = person(23, "Hanna Here", new Scope("sepsis", "emergency", "north"), Role.CLINICAL_REVIEWER);

            assertThat(List.of(south, pancreas, oncology))
                    .allSatisfy(elsewhere -> assertRefused(
                            oneOfEach().on(review(elsewhere, Role.CLINICAL_REVIEWER)), Rule.ROLE_NOT_HELD));
            assertThat(oneOfEach().on(review(here, Role.CLINICAL_REVIEWER))).isEqualTo(new Allowed());
        }

        @Test
        @DisplayName("D5: the requester never reviews, whatever roles they hold")
        void isNotForTheRequester() {
            var ruling = signOff(EVERY_ROLE, 1).on(review(EVERY_ROLE, Role.CLINICAL_REVIEWER));

            assertThat(ruling)
                    .isEqualTo(new Refused(
                            Rule.OWN_REQUEST, "You submitted this request, so others review and decide it."));
        }

        @Test
        @DisplayName("D5: who let in the machine that submitted it has its eyes, and a machine has those of the person")
        void isNotForTheHolderOfTheToken() {
            var letInBy = Map.of("token-1", EVERY_ROLE.id(), "token-2", EVERY_ROLE.id(), "token-3", OWNER.id());

            for (var requester : List.of("token-1", "token-2", EVERY_ROLE.id())) {
                var eyes = PairOfEyes.of(requester, letInBy);
                assertThat(eyes.ids()).containsExactlyInAnyOrder("token-1", "token-2", EVERY_ROLE.id());
                assertRefused(signOff(eyes, 1).on(review(EVERY_ROLE, Role.CLINICAL_REVIEWER)), Rule.OWN_REQUEST);
                assertThat(signOff(eyes, 1).on(CLINICAL_REVIEW)).isEqualTo(new Allowed());
            }
        }

        @Test
        @DisplayName("D5: nobody reviews twice, in the same role or another")
        void isOncePerPerson() {
            var signOff = oneOfEach(review(EVERY_ROLE, Role.CLINICAL_REVIEWER));

            assertRefused(signOff.on(review(EVERY_ROLE, Role.CLINICAL_REVIEWER)), Rule.SIGNED_BEFORE);
            assertRefused(signOff.on(review(EVERY_ROLE, Role.TECHNICAL_REVIEWER)), Rule.SIGNED_BEFORE);
        }

        @Test
        void mayGoOnBeyondTheQuorum() {
            assertThat(oneOfEach(CLINICAL_REVIEW).on(review(SECOND_CLINICAL, Role.CLINICAL_REVIEWER)))
                    .isEqualTo(new Allowed());
        }
    }

    @Nested
    class Quorum {
        @Test
        void isReachedWhenEachRoleHasItsNumber() {
            assertThat(oneOfEach().complete()).isFalse();
            assertThat(oneOfEach(CLINICAL_REVIEW).complete()).isFalse();
            assertThat(oneOfEach(CLINICAL_REVIEW, TECHNICAL_REVIEW).complete()).isTrue();
        }

        @Test
        void isCountedRoleByRole() {
            var twoClinical = signOff(OWNER, 2, CLINICAL_REVIEW, TECHNICAL_REVIEW);

            assertThat(twoClinical.complete()).isFalse();
            assertThat(twoClinical.tallies())
                    .containsExactly(new Tally(Role.CLINICAL_REVIEWER, 1, 2), new Tally(Role.TECHNICAL_REVIEWER, 1, 1));
        }

        @Test
        @DisplayName("D5: two votes by one person count once, even if both were stored")
        void countsAPersonOnce() {
            var forced = signOff(OWNER, 2, CLINICAL_REVIEW, CLINICAL_REVIEW, TECHNICAL_REVIEW);

            assertThat(forced.complete()).isFalse();
            assertThat(forced.tallies().getFirst()).isEqualTo(new Tally(Role.CLINICAL_REVIEWER, 1, 2));
        }

        @Test
        @DisplayName("D5: one person does not stand for two roles")
        void countsAPersonInOneRole() {
            var forced =
                    oneOfEach(review(EVERY_ROLE, Role.CLINICAL_REVIEWER), review(EVERY_ROLE, Role.TECHNICAL_REVIEWER));

            assertThat(forced.complete()).isFalse();
        }

        @Test
        @DisplayName("D5: a requester's review does not count, even if it was stored")
        void doesNotCountTheRequester() {
            var forced = signOff(CLINICAL, 1, CLINICAL_REVIEW, TECHNICAL_REVIEW);

            assertThat(forced.complete()).isFalse();
        }

        @Test
        @DisplayName("D5: a review by the token's holder does not count, even if it was stored")
        void doesNotCountTheHolderOfTheToken() {
            var token = PairOfEyes.of("token", Map.of("token", CLINICAL.id()));

            assertThat(signOff(token, 1, CLINICAL_REVIEW, TECHNICAL_REVIEW).complete())
                    .isFalse();
        }

        @Test
        @DisplayName("D12: a policy that asks for no review is never complete")
        void isNeverReachedByNobody() {
            var nothingAsked = new SignOff(PairOfEyes.of(OWNER.id()), SEPSIS_NORTH, List.of(), SignatureChain.EMPTY);

            assertThat(nothingAsked.complete()).isFalse();
            assertRefused(nothingAsked.on(approval(CHAIR)), Rule.QUORUM_NOT_REACHED);
        }

        @Test
        void isNotHelpedByRejections() {
            assertThat(oneOfEach(rejection(CLINICAL, Role.CLINICAL_REVIEWER, "No."), TECHNICAL_REVIEW)
                            .complete())
                    .isFalse();
        }
    }

    @Nested
    class Approving {
        private final SignOff complete = oneOfEach(CLINICAL_REVIEW, TECHNICAL_REVIEW);

        @Test
        void isForTheChairOnceTheQuorumIsReached() {
            assertThat(complete.on(approval(CHAIR))).isEqualTo(new Allowed());
        }

        @Test
        @DisplayName("D5: no approval before the quorum, and it says who is missing")
        void waitsForTheQuorum() {
            var ruling = signOff(OWNER, 2, CLINICAL_REVIEW).on(approval(CHAIR));

            assertThat(ruling)
                    .isEqualTo(new Refused(
                            Rule.QUORUM_NOT_REACHED,
                            "Reviews are still missing: 1 more as clinical reviewer, 1 more as technical reviewer."));
        }

        @Test
        void isForTheChairOnly() {
            var asReviewer =
                    new Intent(SECOND_CLINICAL, Role.CLINICAL_REVIEWER, Meaning.APPROVAL, "", ReviewFixtures.BERLIN);

            assertRefused(complete.on(asReviewer), Rule.ROLE_NOT_ASKED_FOR);
            assertRefused(complete.on(approval(SECOND_CLINICAL)), Rule.ROLE_NOT_HELD);
        }

        @Test
        @DisplayName("D5: a chair who reviewed does not decide as well")
        void isNotForAReviewer() {
            var reviewedByAChair = oneOfEach(review(EVERY_ROLE, Role.CLINICAL_REVIEWER), TECHNICAL_REVIEW);

            assertRefused(reviewedByAChair.on(approval(EVERY_ROLE)), Rule.SIGNED_BEFORE);
        }

        @Test
        @DisplayName("D5: a chair who submitted it does not decide it")
        void isNotForTheRequester() {
            var submittedByTheChair = signOff(CHAIR, 1, CLINICAL_REVIEW, TECHNICAL_REVIEW);

            assertRefused(submittedByTheChair.on(approval(CHAIR)), Rule.OWN_REQUEST);
        }

        @Test
        void isForAChairOfThisPlace() {
            var elsewhere = person(30, "Dr. Sonja South", new Scope(null, null, "south"), Role.CHAIR);

            assertRefused(complete.on(approval(elsewhere)), Rule.ROLE_NOT_HELD);
        }

        @Test
        void leavesAnApprovalThatCounts() {
            var approved = oneOfEach(CLINICAL_REVIEW, TECHNICAL_REVIEW, approval(CHAIR));

            assertThat(complete.approval()).isEmpty();
            assertThat(approved.approval())
                    .hasValueSatisfying(
                            signature -> assertThat(signature.signer()).isEqualTo(CHAIR.personId()));
        }

        @Test
        @DisplayName("A3: a stored approval counts for nothing without quorum, by a reviewer, or in another role")
        void doesNotTrustAStoredApproval() {
            var asReviewer =
                    new Intent(SECOND_CLINICAL, Role.CLINICAL_REVIEWER, Meaning.APPROVAL, "", ReviewFixtures.BERLIN);

            assertThat(oneOfEach(CLINICAL_REVIEW, approval(CHAIR)).approval()).isEmpty();
            assertThat(oneOfEach(review(EVERY_ROLE, Role.CLINICAL_REVIEWER), TECHNICAL_REVIEW, approval(EVERY_ROLE))
                            .approval())
                    .isEmpty();
            assertThat(oneOfEach(CLINICAL_REVIEW, TECHNICAL_REVIEW, asReviewer).approval())
                    .isEmpty();
            assertThat(signOff(CHAIR, 1, CLINICAL_REVIEW, TECHNICAL_REVIEW, approval(CHAIR))
                            .approval())
                    .isEmpty();
        }
    }

    @Nested
    class Rejecting {
        @Test
        void isForEverybodyWhoMaySignAndNeedsNoQuorum() {
            assertThat(oneOfEach().on(rejection(CLINICAL, Role.CLINICAL_REVIEWER, "Too risky.")))
                    .isEqualTo(new Allowed());
            assertThat(oneOfEach().on(rejection(CHAIR, Role.CHAIR, "Too risky.")))
                    .isEqualTo(new Allowed());
        }

        @Test
        void isNotForARoleThatIsNotAskedFor() {
            assertRefused(
                    oneOfEach().on(rejection(EVERY_ROLE, Role.SAFETY_OFFICER, "Too risky.")), Rule.ROLE_NOT_ASKED_FOR);
        }

        @Test
        void isNotForTheRequesterWhoMayWithdrawInstead() {
            assertRefused(signOff(CHAIR, 1).on(rejection(CHAIR, Role.CHAIR, "Changed my mind.")), Rule.OWN_REQUEST);
        }

        @Test
        void saysWhy() {
            assertRefused(oneOfEach().on(rejection(CHAIR, Role.CHAIR, "  ")), Rule.REASON_MISSING);
        }
    }
}
