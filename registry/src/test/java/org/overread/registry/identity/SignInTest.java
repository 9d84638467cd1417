package org.overread.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.audit.Deed;
import org.overread.registry.identity.SignInAnswer.Refused;
import org.overread.registry.identity.SignInAnswer.SignedIn;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.RecordingAuditTrail.Recorded;

class SignInTest {
    private static final Actor.Person ADA = Actors.person("ada", Role.CHAIR);
    private static final String PASSWORD = "correct horse battery";
    private static final Refused WRONG = new Refused("The login or the password is not right.", null);

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final InMemoryAccounts accounts = new InMemoryAccounts().with(ADA);
    private final SignIn signIn = new SignIn();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @BeforeEach
    void wire() {
        var hashes = new PlainHashes();
        accounts.setPassword(ADA.personId(), hashes.hash(PASSWORD), false);
        signIn.log = new SignInLog();
        signIn.log.accounts = accounts;
        signIn.log.rights = KeptRights.of(accounts);
        signIn.log.failures = new Counted();
        signIn.log.trail = trail;
        signIn.log.clock = () -> now;
        signIn.accounts = accounts;
        signIn.rights = KeptRights.of(accounts);
        signIn.hashes = hashes;
    }

    @Test
    void letsInWhoKnowsThePassword() {
        assertThat(signIn.attempt(" ADA ", PASSWORD)).isEqualTo(new SignedIn(ADA, false));
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
            assertThat(signIn.log.begin("ada", "sign-in")).isInstanceOf(SignInLog.Open.class);
        }

        assertThat(signIn.log.begin("ada", "sign-in")).isInstanceOf(SignInLog.Locked.class);
    }

    @Test
    @DisplayName("D8: a wrong password confirms nothing, is recorded, and counts towards the lock-out")
    void confirmsWhoSigns() {
        assertThat(signIn.confirms(ADA, PASSWORD)).isTrue();
        assertThat(trail.recorded()).isEmpty();

        for (int i = 0; i < 5; i++) {
            assertThat(signIn.confirms(ADA, "wrong")).isFalse();
        }

        assertThat(trail.actions()).contains("confirmation.failed", "sign-in.locked");
        assertThat(signIn.confirms(ADA, PASSWORD)).isFalse();
        assertThat(signIn.attempt("ada", PASSWORD)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("D8: a password that an administrator knows confirms nothing until it is changed")
    void doesNotTakeAPasswordSetBySomebodyElseAsProof() {
        accounts.setPassword(ADA.personId(), new PlainHashes().hash(PASSWORD), true);

        assertThat(signIn.attempt("ada", PASSWORD)).isEqualTo(new SignedIn(ADA, true));
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

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn.attempt("ada", "wrong")).isEqualTo(WRONG);
        }
    }

    /** Failures in memory. */
    private static final class Counted implements SignInFailures {
        private final Map<Digest, List<Instant>> failures = new HashMap<>();

        @Override
        public List<Instant> lockAndList(Digest login, Instant since) {
            return failures.getOrDefault(login, List.of()).stream()
                    .filter(at -> !at.isBefore(since))
                    .toList();
        }

        @Override
        public void add(Digest login, Instant at) {
            failures.computeIfAbsent(login, _ -> new ArrayList<>()).add(at);
        }

        @Override
        public void clear(Digest login) {
            failures.remove(login);
        }

        @Override
        public void forgetBefore(Instant at) {
            failures.values().forEach(list -> list.removeIf(each -> each.isBefore(at)));
        }
    }
}
