package org.overread.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.audit.Deed;
import org.overread.registry.identity.SignInAnswer.Refused;
import org.overread.registry.identity.SignInAnswer.SignedIn;
import org.overread.registry.testing.RecordingAuditTrail.Recorded;

class SignInTest extends SignInBench {
    @Test
    void letsInWhoKnowsThePassword() {
        assertThat(signIn.attempt(" ADA ", PASSWORD)).isEqualTo(new SignedIn(ADA, false, 0, null));
        assertThat(trail.recorded())
                .containsExactly(
                        new Recorded(ADA, Deed.of("sign-in.succeeded", "person", ADA.id(), null, "signed in")));
    }

    @Test
    void givesTheSameAnswerForAnUnknownLoginAWrongPasswordAndSomebodyShutOut() {
        assertThat(signIn.attempt("ada", "wrong")).isEqualTo(WRONG);
        assertThat(signIn.attempt("nobody", PASSWORD)).isEqualTo(WRONG);

        accounts.setActive(ADA.personId(), false);

        assertThat(signIn.attempt("ada", PASSWORD)).isEqualTo(WRONG);
        assertThat(trail.actions()).containsExactly("sign-in.failed", "sign-in.failed", "sign-in.failed");
    }

    @Test
    void neverRecordsWhatWasTypedAsAnUnknownLogin() {
        signIn.attempt("my secret password", "x");

        assertThat(trail.recorded().toString()).doesNotContain("secret").contains("somebody unknown");
    }

    @Test
    void locksOutAfterFiveFailuresEvenWithTheRightPassword() {
        fail(5);

        assertThat(signIn.attempt("ada", PASSWORD))
                .isEqualTo(new Refused(
                        "Too many attempts have failed. Try again after 12:15 UTC.",
                        Instant.parse("2026-01-01T12:15:00Z")));
        assertThat(trail.actions())
                .containsExactly(
                        "sign-in.failed",
                        "sign-in.failed",
                        "sign-in.failed",
                        "sign-in.failed",
                        "sign-in.failed",
                        "sign-in.locked",
                        "sign-in.refused");
    }

    @Test
    void locksOutAnUnknownLoginLikeAKnownOne() {
        for (int i = 0; i < 5; i++) {
            signIn.attempt("nobody", "wrong");
        }

        assertThat(signIn.attempt("nobody", "wrong"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.until()).isNotNull());
    }

    @Test
    void opensAgainAfterFifteenMinutes() {
        fail(5);
        now = now.plus(Duration.ofMinutes(15));

        assertThat(signIn.attempt("ada", PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    void forgetsFailuresOnceThePasswordWasRight() {
        fail(4);
        signIn.attempt("ada", PASSWORD);
        fail(4);

        assertThat(signIn.attempt("ada", PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    void countsAnAttemptFromItsBeginningSoThatGuessesAtOnceCannotSlipThrough() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.log.signingIn("ada", "")).isInstanceOf(SignInLog.Open.class);
        }

        assertThat(signIn.log.signingIn("ada", "")).isInstanceOf(SignInLog.Locked.class);
    }

    @Test
    @DisplayName("D8: a wrong password confirms nothing, is recorded, and counts towards the lock-out")
    void confirmsWhoSigns() {
        assertThat(signIn.confirms(ADA, PASSWORD)).isTrue();
        assertThat(trail.recorded()).isEmpty();

        for (int i = 0; i < 5; i++) {
            assertThat(signIn.confirms(ADA, "wrong")).isFalse();
        }

        assertThat(trail.actions()).contains("confirmation.failed", "confirmation.locked");
        assertThat(signIn.confirms(ADA, PASSWORD)).isFalse();
    }

    @Test
    @DisplayName("D8: a password that an administrator knows confirms nothing until it is changed")
    void doesNotTakeAPasswordSetBySomebodyElseAsProof() {
        accounts.setPassword(ADA.personId(), new PlainHashes().hash(PASSWORD), true);

        assertThat(signIn.attempt("ada", PASSWORD)).isEqualTo(new SignedIn(ADA, true, 0, null));
        assertThat(signIn.confirms(ADA, PASSWORD)).isFalse();

        signIn.changePassword(ADA, PASSWORD, "a password of my own");

        assertThat(signIn.confirms(ADA, "a password of my own")).isTrue();
        assertThat(signIn.confirms(ADA, PASSWORD)).isFalse();
    }

    @Test
    void changesThePasswordOnlyOfWhoKnowsItAndOnlyToAGoodOne() {
        assertThatThrownBy(() -> signIn.changePassword(ADA, "wrong", "a password of my own"))
                .isInstanceOf(GovernanceException.class)
                .hasMessage("The password was not changed.");
        assertThatThrownBy(() -> signIn.changePassword(ADA, PASSWORD, "short"))
                .isInstanceOf(GovernanceException.class)
                .hasMessage("Choose another password.");

        assertThat(signIn.attempt("ada", PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    @DisplayName("G1: a role taken away acts at the next request")
    void asksForTheRightsOfNow() {
        assertThat(signIn.actor("ada")).contains(ADA);

        accounts.revoke(ADA.personId(), new Grant(Role.CHAIR, Scope.EVERYWHERE));
        assertThat(signIn.actor("ada").orElseThrow().grants()).isEmpty();

        accounts.setActive(ADA.personId(), false);
        assertThat(signIn.actor("ada")).isEmpty();
        assertThat(signIn.actor("nobody")).isEmpty();
    }

    @Test
    @DisplayName("D8: wrong passwords in one session do not stop the same person in another")
    void countsConfirmationsBySession() {
        for (int i = 0; i < 5; i++) {
            signIn.confirms(ADA, "wrong");
        }
        assertThat(signIn.confirms(ADA, PASSWORD)).isFalse();

        origin.session = "another";
        assertThat(signIn.confirms(ADA, PASSWORD)).isTrue();
    }

    @Test
    @DisplayName("G1: a login that nobody can have is refused like a wrong one and reaches no database")
    void refusesWhatIsNoLogin() {
        accounts.refuseToLookUp("a\0b");

        assertThat(signIn.attempt("a\0b", PASSWORD)).isEqualTo(WRONG);
        assertThat(signIn.attempt("ada' OR 1=1 --", PASSWORD)).isEqualTo(WRONG);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn.attempt("ada", "wrong")).isEqualTo(WRONG);
        }
    }
}
