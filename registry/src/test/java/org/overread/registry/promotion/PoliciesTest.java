package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.overread.registry.gate.GateFixtures.FEW_OVERRIDES;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;
import static org.overread.registry.gate.GateFixtures.pilotDraft;
import static org.overread.registry.promotion.InMemoryGovernance.PASSWORD;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.NOON;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.SECOND_CHAIR;
import static org.overread.registry.review.ReviewFixtures.person;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.Written;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.gate.PolicyState;
import org.overread.registry.review.Rule;

class PoliciesTest {
    private static final Written<String> WHY = Written.plainly("The committee has agreed.");

    private final InMemoryGovernance governance = new InMemoryGovernance();
    private final Policies policies = governance.policies;
    private final Publishing publishing = governance.publishing;

    private static PolicyDraft draftFor(@Nullable String model, Criterion... criteria) {
        var draft = pilotDraft();
        return new PolicyDraft(
                draft.name(),
                draft.opens(),
                draft.from(),
                model,
                criteria.length == 0 ? draft.criteria() : List.of(criteria),
                draft.reviews());
    }

    private static PolicyDraft laxerDraft() {
        return draftFor(null, FEW_OVERRIDES, NOTHING_SEVERE_OPEN, predictions());
    }

    private static Criterion predictions() {
        return org.overread.registry.gate.GateFixtures.ENOUGH_PREDICTIONS;
    }

    private static Actor.Person chairOf(Scope scope) {
        return person(40, "Dr. Narrow Chair", scope, Role.CHAIR);
    }

    private PolicyStep publish(Actor.Person chair, PolicyDraft draft) {
        return publishing.publish(chair, draft, WHY, null, PASSWORD);
    }

    private static Policy taken(PolicyStep step, PolicyState state) {
        assertThat(step)
                .isInstanceOfSatisfying(
                        PolicyStep.Taken.class,
                        taken -> assertThat(taken.state()).isEqualTo(state));
        return ((PolicyStep.Taken) step).now().policy();
    }

    private static void assertRefused(PolicyStep step, Rule rule) {
        assertThat(step)
                .isInstanceOfSatisfying(
                        PolicyStep.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code) {
        assertThatExceptionOfType(GovernanceException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void publishesAndRecordsIt() {
        var policy = taken(publish(CHAIR, pilotDraft()), PolicyState.IN_FORCE);

        assertThat(policy.title()).isEqualTo("Pilot policy, number 1");
        assertThat(policy.publishedBy()).isEqualTo("Dr. Clara Chair");
        assertThat(policy.publishedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(policy.inForceFrom()).isEqualTo(NOON.plusSeconds(1));
        assertThat(policies.get(CLINICAL, policy.id())).isEqualTo(policy);
        assertThat(governance.lastDeed().deed().sentence()).isEqualTo("published the policy Pilot policy, number 1");
        assertThat(governance.lastDeed().actor()).isEqualTo(CHAIR);
    }

    @Test
    @DisplayName("D7: a second publication is a new number; the first one stays as it was")
    void countsUp() {
        var first = taken(publish(CHAIR, pilotDraft()), PolicyState.IN_FORCE);
        var second = taken(publish(CHAIR, pilotDraft()), PolicyState.IN_FORCE);

        assertThat(second.number()).isEqualTo(2);
        assertThat(policies.list(CHAIR)).containsExactly(second, first);
        assertThat(policies.inForce(CHAIR, "sepsis", Stage.PILOT)).contains(second);
    }

    @Test
    @DisplayName("D4: a fresh installation opens no stage")
    void hasNothingInForceAtFirst() {
        assertThat(policies.inForce(CHAIR, "sepsis", Stage.PILOT)).isEmpty();
        assertThat(policies.list(CHAIR)).isEmpty();
    }

    @Test
    void publishesNothingThatIsWrong() {
        var empty = new PolicyDraft("", Set.of(), Set.of(), null, List.of(), List.of());

        assertRefused(() -> publish(CHAIR, empty), ErrorCode.INVALID);
        assertThat(policies.list(CHAIR)).isEmpty();
    }

    @Test
    @DisplayName("D7: publishing asks for the password and a reason")
    void asksForPasswordAndReason() {
        assertRefused(publishing.publish(CHAIR, pilotDraft(), WHY, null, "guess"), Rule.WRONG_PASSWORD);
        assertThatExceptionOfType(GovernanceException.class)
                .isThrownBy(() -> publishing.publish(CHAIR, pilotDraft(), Written.plainly(" "), null, PASSWORD))
                .satisfies(refusal -> assertThat(refusal.fields())
                        .extracting(FieldProblem::field)
                        .containsExactly("reason"));
        assertThat(policies.list(CHAIR)).isEmpty();
    }

    @Test
    @DisplayName("D7: a policy is in force from its day, and its day does not lie in the past")
    void beginsOnItsDay() {
        var june = NOON.plus(Duration.ofDays(30));
        taken(publish(CHAIR, pilotDraft()), PolicyState.IN_FORCE);
        var announced = taken(publishing.publish(CHAIR, pilotDraft(), WHY, june, PASSWORD), PolicyState.ANNOUNCED);

        assertThat(policies.inForce(CHAIR, "sepsis", Stage.PILOT).orElseThrow().number())
                .isEqualTo(1);
        governance.later(Duration.ofDays(31));
        assertThat(policies.inForce(CHAIR, "sepsis", Stage.PILOT)).contains(announced);
        for (Instant wrong : List.of(june, governance.now().plus(Duration.ofDays(400)))) {
            assertThatExceptionOfType(GovernanceException.class)
                    .isThrownBy(() -> publishing.publish(CHAIR, pilotDraft(), WHY, wrong, PASSWORD))
                    .satisfies(refusal -> assertThat(refusal.fields())
                            .extracting(FieldProblem::field)
                            .containsExactly("inForceFrom"));
        }
    }

    @Test
    void letsOnlyTheChairPublish() {
        for (var other : List.of(OWNER, CLINICAL)) {
            assertRefused(() -> publish(other, pilotDraft()), ErrorCode.NOT_ALLOWED);
        }
    }

    @Test
    @DisplayName("G1: a right within limits does not publish for what lies beyond them")
    void letsNobodyPublishBeyondTheirRight() {
        var forSepsis = chairOf(new Scope("sepsis", null, null));
        var forEmergency = chairOf(new Scope(null, "emergency", null));
        var forOneSite = chairOf(new Scope(null, null, "north"));

        assertThat(taken(publish(forSepsis, draftFor("sepsis")), PolicyState.IN_FORCE)
                        .model())
                .isEqualTo("sepsis");
        assertThat(taken(publish(forEmergency, draftFor("sepsis")), PolicyState.IN_FORCE)
                        .number())
                .isEqualTo(2);
        for (var beyond : List.of(
                new Attempt(forSepsis, draftFor(null)),
                new Attempt(forEmergency, draftFor(null)),
                new Attempt(forOneSite, draftFor(null)),
                new Attempt(forOneSite, draftFor("sepsis")))) {
            assertRefused(() -> publish(beyond.chair(), beyond.draft()), ErrorCode.NOT_ALLOWED);
        }
    }

    private record Attempt(Actor.Person chair, PolicyDraft draft) {}

    @Test
    void aPolicyForOneModelDoesNotCountOnFromTheOneForAll() {
        publish(CHAIR, draftFor(null));

        assertThat(taken(publish(CHAIR, draftFor("sepsis")), PolicyState.IN_FORCE)
                        .number())
                .isEqualTo(1);
    }

    @Test
    void knowsNoPolicyForAModelThatDoesNotExist() {
        assertRefused(() -> publish(CHAIR, draftFor("unheard-of")), ErrorCode.NOT_FOUND);
    }

    @Test
    @DisplayName("G1: a policy for a model one may not see is not shown")
    void hidesPoliciesForOtherModels() {
        var policy = governance.publish(draftFor("sepsis"));
        var oncologist = person(41, "Otto Oncology", new Scope(null, "oncology", null), Role.CLINICAL_REVIEWER);

        assertThat(policies.list(oncologist)).isEmpty();
        assertRefused(() -> policies.get(oncologist, policy.id()), ErrorCode.NOT_FOUND);
        assertRefused(() -> policies.get(CHAIR, new UUID(0, 0)), ErrorCode.NOT_FOUND);
    }

    @Nested
    @DisplayName("D7: a bar is not lowered by one person alone")
    class Laxer {
        private Policy first;
        private Policy proposed;

        @BeforeEach
        void theChairProposesLess() {
            first = governance.publishPilotPolicy();
            proposed = taken(publish(CHAIR, laxerDraft()), PolicyState.PROPOSED);
        }

        private Policy inForce() {
            return policies.inForce(CHAIR, "sepsis", Stage.PILOT).orElseThrow();
        }

        @Test
        void itWaitsAndSaysInWhichWayItIsLaxer() {
            assertThat(proposed.laxer()).containsExactly("No longer demands: " + GOOD_SENSITIVITY.label() + ".");
            assertThat(inForce()).isEqualTo(first);
            assertThat(policies.waitingFor(SECOND_CHAIR)).containsExactly(proposed);
            assertThat(policies.waitingFor(CHAIR)).isEmpty();
            assertThat(policies.waitingFor(OWNER)).isEmpty();
            assertThat(governance.lastDeed().deed().action()).isEqualTo("policy.proposed");
        }

        @Test
        void itsAuthorCannotConfirmIt() {
            assertRefused(publishing.confirm(CHAIR, proposed.id(), Written.plainly(""), PASSWORD), Rule.OWN_POLICY);

            assertThat(inForce()).isEqualTo(first);
            assertThat(governance.lastDeed().deed().action()).isEqualTo("policy.confirming-refused");
        }

        @Test
        void aSecondPersonConfirmsItWithTheirPassword() {
            assertRefused(
                    publishing.confirm(SECOND_CHAIR, proposed.id(), Written.plainly(""), "guess"), Rule.WRONG_PASSWORD);
            assertRefused(
                    () -> publishing.confirm(CLINICAL, proposed.id(), Written.plainly(""), PASSWORD),
                    ErrorCode.NOT_ALLOWED);
            governance.later(Duration.ofHours(1));

            taken(publishing.confirm(SECOND_CHAIR, proposed.id(), Written.plainly(""), PASSWORD), PolicyState.IN_FORCE);

            assertThat(inForce()).isEqualTo(proposed);
            assertThat(policies.waitingFor(SECOND_CHAIR)).isEmpty();
            assertRefused(
                    publishing.confirm(SECOND_CHAIR, proposed.id(), Written.plainly(""), PASSWORD), Rule.NOT_OPEN);
        }

        @Test
        void declinedItNeverBegins() {
            taken(
                    publishing.decline(SECOND_CHAIR, proposed.id(), Written.plainly("Too little."), PASSWORD),
                    PolicyState.DECLINED);

            assertThat(inForce()).isEqualTo(first);
            assertRefused(
                    publishing.confirm(SECOND_CHAIR, proposed.id(), Written.plainly(""), PASSWORD), Rule.NOT_OPEN);
        }

        @Test
        void itIsNotConfirmedAgainstWhatIsNoLongerThere() {
            governance.later(Duration.ofHours(1));
            publish(CHAIR, draftFor(null, GOOD_SENSITIVITY, NOTHING_SEVERE_OPEN, FEW_OVERRIDES));

            assertRefused(
                    publishing.confirm(SECOND_CHAIR, proposed.id(), Written.plainly(""), PASSWORD),
                    Rule.NOT_AS_SUBMITTED);
        }

        @Test
        void retiringClosesTheStageAndOpeningItAgainAsksForASecondPerson() {
            governance.later(Duration.ofHours(1));
            taken(
                    publishing.retire(CHAIR, first.id(), Written.plainly("No pilots this summer."), PASSWORD),
                    PolicyState.RETIRED);
            governance.later(Duration.ofHours(1));

            assertThat(policies.inForce(CHAIR, "sepsis", Stage.PILOT)).isEmpty();
            assertThat(governance.submit(OWNER))
                    .isInstanceOfSatisfying(
                            NotAdmitted.class,
                            refused -> assertThat(refused.reason()).isEqualTo(NotAdmitted.Reason.NO_POLICY));
            var again = taken(publish(CHAIR, pilotDraft()), PolicyState.PROPOSED);
            assertThat(again.laxer()).containsExactly("Opens Pilot, which is closed.");
        }

        @Test
        void onlyWhatIsInForceIsRetired() {
            assertRefused(publishing.retire(CHAIR, proposed.id(), Written.plainly("No."), PASSWORD), Rule.NOT_OPEN);
        }
    }
}
