package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.gate.GateFixtures.pilotDraft;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.Written;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.review.ReviewFixtures;
import org.overread.registry.review.Rule;
import org.overread.registry.testing.GivenRights;

/** The page is open, the actor is the same as a minute ago; the role is not. */
class RightsOfTheMomentTest {
    private final InMemoryGovernance governance = new InMemoryGovernance();

    @Test
    @DisplayName("G1: a chair whose role was taken away a minute ago approves nothing, and nothing goes live")
    void takesTheChair() {
        var request = reviewed();
        var rights = holding(Role.CHAIR);
        var chair = person(rights);
        assertThat(governance.promotions.request(chair, request).state()).isEqualTo(State.READY_FOR_DECISION);

        rights.take(Role.CHAIR);

        refused(ErrorCode.NOT_FOUND, () -> governance.approve(chair, request));
        assertThat(governance.state(request)).isEqualTo(State.READY_FOR_DECISION);
        assertThat(governance.pilot()).isEmpty();
    }

    @Test
    @DisplayName("G1, D5: who lost only the role they would sign in is told so, and the refusal is on record")
    void takesOneOfSeveralRoles() {
        var request = reviewed();
        var rights = holding(Role.CHAIR, Role.COMPLIANCE);
        var chair = person(rights);
        rights.take(Role.CHAIR);

        assertThat(governance.approve(chair, request))
                .isInstanceOfSatisfying(
                        Step.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rule.ROLE_NOT_HELD));
        assertThat(governance.lastDeed().deed().action()).isEqualTo("promotion.signing-refused");
    }

    @Test
    @DisplayName("G1: a role narrowed to another site is seen at the next signature")
    void narrowsTheScope() {
        var request = reviewed();
        var rights = holding(Role.CHAIR);
        var chair = person(rights);
        rights.take(Role.CHAIR);
        rights.give(new Grant(Role.CHAIR, new Scope(null, null, "south")));

        refused(ErrorCode.NOT_FOUND, () -> governance.approve(chair, request));
    }

    @Test
    @DisplayName("G1: a reviewer whose role was taken away reviews nothing")
    void takesTheReviewer() {
        governance.publishPilotPolicy();
        var request = governance.submitted();
        var rights = holding(Role.CLINICAL_REVIEWER);
        var reviewer = person(rights);
        assertThat(governance.promotions.waitingFor(reviewer)).hasSize(1);

        rights.end();

        refused(ErrorCode.NOT_FOUND, () -> governance.review(reviewer, request, Role.CLINICAL_REVIEWER));
        assertThat(governance.promotions.waitingFor(reviewer)).isEmpty();
        assertThat(governance.state(request)).isEqualTo(State.IN_REVIEW);
    }

    @Test
    @DisplayName("G1: nor does anybody stop, publish, request or withdraw with the role of a minute ago")
    void takesEverythingElse() {
        governance.publishPilotPolicy();
        var rights = holding(Role.CHAIR, Role.MODEL_OWNER);
        var person = person(rights);
        var request = ((Submitting.Submitted) governance.submit(person)).request();

        rights.end();

        refused(
                ErrorCode.NOT_FOUND,
                () -> governance.catalog.stages().suspend(person, SEPSIS_2, "north", "Too many false alarms."));
        refused(
                ErrorCode.NOT_ALLOWED,
                () -> governance.publishing.publish(
                        person, pilotDraft(), Written.plainly("Agreed."), null, InMemoryGovernance.PASSWORD));
        refused(ErrorCode.NOT_ALLOWED, () -> governance.submit(person));
        refused(ErrorCode.NOT_FOUND, () -> governance.promotions.withdraw(person, request));
        refused(ErrorCode.NOT_FOUND, () -> governance.releases.release(person, request));
        assertThat(governance.state(request)).isEqualTo(State.IN_REVIEW);
    }

    private UUID reviewed() {
        governance.publishPilotPolicy();
        var request = governance.submitted();
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
        return request;
    }

    private static Actor.Person person(GivenRights rights) {
        return ReviewFixtures.person(9, "Pat Present", rights);
    }

    private static GivenRights holding(Role... roles) {
        Set<Grant> grants =
                Stream.of(roles).map(role -> new Grant(role, Scope.EVERYWHERE)).collect(Collectors.toSet());
        return GivenRights.of(grants);
    }

    private static void refused(ErrorCode code, ThrowingCallable deed) {
        assertThatExceptionOfType(GovernanceException.class)
                .isThrownBy(deed)
                .satisfies(no -> assertThat(no.code()).isEqualTo(code));
    }
}
