package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.overread.registry.gate.GateFixtures.pilotDraft;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.NOON;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.person;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.PolicyDraft;

class PoliciesTest {
    private final InMemoryGovernance governance = new InMemoryGovernance();
    private final Policies policies = governance.policies;

    private static PolicyDraft draftFor(@Nullable String model) {
        var draft = pilotDraft();
        return new PolicyDraft(draft.name(), draft.opens(), draft.from(), model, draft.criteria(), draft.reviews());
    }

    private static Actor.Person chairOf(Scope scope) {
        return person(40, "Dr. Narrow Chair", scope, Role.CHAIR);
    }

    @Test
    void publishesAndRecordsIt() {
        var policy = policies.publish(CHAIR, pilotDraft());

        assertThat(policy.title()).isEqualTo("Pilot policy, number 1");
        assertThat(policy.publishedBy()).isEqualTo("Dr. Clara Chair");
        assertThat(policy.publishedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(policies.get(CLINICAL, policy.id())).isEqualTo(policy);
        assertThat(governance.lastDeed().deed().sentence()).isEqualTo("published the policy Pilot policy, number 1");
        assertThat(governance.lastDeed().actor()).isEqualTo(CHAIR);
    }

    @Test
    @DisplayName("D7: a second publication is a new number; the first one stays as it was")
    void countsUp() {
        var first = policies.publish(CHAIR, pilotDraft());
        var second = policies.publish(CHAIR, pilotDraft());

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

        assertThatExceptionOfType(GovernanceException.class)
                .isThrownBy(() -> policies.publish(CHAIR, empty))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID));
        assertThat(policies.list(CHAIR)).isEmpty();
    }

    @Test
    void letsOnlyTheChairPublish() {
        for (var other : List.of(OWNER, CLINICAL)) {
            assertThatExceptionOfType(GovernanceException.class)
                    .isThrownBy(() -> policies.publish(other, pilotDraft()))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
        }
    }

    @Test
    @DisplayName("G1: a right within limits does not publish for what lies beyond them")
    void letsNobodyPublishBeyondTheirRight() {
        var forSepsis = chairOf(new Scope("sepsis", null, null));
        var forEmergency = chairOf(new Scope(null, "emergency", null));
        var forOneSite = chairOf(new Scope(null, null, "north"));

        assertThat(policies.publish(forSepsis, draftFor("sepsis")).model()).isEqualTo("sepsis");
        assertThat(policies.publish(forEmergency, draftFor("sepsis")).number()).isEqualTo(2);
        for (var beyond : List.of(
                new Attempt(forSepsis, draftFor(null)),
                new Attempt(forEmergency, draftFor(null)),
                new Attempt(forOneSite, draftFor(null)),
                new Attempt(forOneSite, draftFor("sepsis")))) {
            assertThatExceptionOfType(GovernanceException.class)
                    .isThrownBy(() -> policies.publish(beyond.chair(), beyond.draft()))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
        }
    }

    private record Attempt(Actor.Person chair, PolicyDraft draft) {}

    @Test
    void aPolicyForOneModelDoesNotCountOnFromTheOneForAll() {
        policies.publish(CHAIR, draftFor(null));

        assertThat(policies.publish(CHAIR, draftFor("sepsis")).number()).isEqualTo(1);
    }

    @Test
    void knowsNoPolicyForAModelThatDoesNotExist() {
        assertThatExceptionOfType(GovernanceException.class)
                .isThrownBy(() -> policies.publish(CHAIR, draftFor("unheard-of")))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    @DisplayName("G1: a policy for a model one may not see is not shown")
    void hidesPoliciesForOtherModels() {
        var policy = policies.publish(CHAIR, draftFor("sepsis"));
        var oncologist = person(41, "Otto Oncology", new Scope(null, "oncology", null), Role.CLINICAL_REVIEWER);

        assertThat(policies.list(oncologist)).isEmpty();
        assertThatExceptionOfType(GovernanceException.class)
                .isThrownBy(() -> policies.get(oncologist, policy.id()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatExceptionOfType(GovernanceException.class)
                .isThrownBy(() -> policies.get(CHAIR, new UUID(0, 0)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
