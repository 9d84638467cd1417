package org.overread.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.identity.SignInAnswer.SignedIn;

/** How long the session of a person stands. */
class SessionsTest extends SignInBench {
    private final People people = new People();

    SessionsTest() {
        people.accounts = accounts;
        people.hashes = new PlainHashes();
        people.trail = trail;
        people.clock = () -> now;
        now = Instant.parse("2026-05-04T14:03:20Z");
    }

    @Test
    @DisplayName("G1: goes on until something changes about the person")
    void goesOn() {
        assertThat(signIn.session("ada", 0)).isEqualTo(new SessionAnswer.Good(ADA));
        assertThat(signIn.session("nobody", 0)).isInstanceOf(SessionAnswer.Ended.class);
    }

    @Test
    @DisplayName("G1: ends with the roles, says when, and a new one stands")
    void endsWithTheRoles() {
        people.revoke(ADMIN, ADA.personId(), new Grant(Role.CHAIR, Scope.EVERYWHERE));

        ended(0, "Your roles were changed at 14:03 UTC. Sign in again to go on.");
        assertThat(signIn.session("ada", generation())).isInstanceOf(SessionAnswer.Good.class);

        now = now.plus(Duration.ofDays(1));
        ended(0, "Your roles were changed on 4 May 2026, 14:03 UTC. Sign in again to go on.");
    }

    @Test
    @DisplayName("G1: goes on when a role is given that is held already, or taken that is not held")
    void goesOnWhenNothingChanges() {
        people.grant(ADMIN, ADA.personId(), new Grant(Role.CHAIR, Scope.EVERYWHERE));
        people.revoke(ADMIN, ADA.personId(), new Grant(Role.COMPLIANCE, Scope.EVERYWHERE));

        assertThat(signIn.session("ada", 0)).isInstanceOf(SessionAnswer.Good.class);
    }

    @Test
    @DisplayName("G1: ends with the account, and does not come back to life with it")
    void endsWithTheAccount() {
        people.deactivate(ADMIN, ADA.personId());
        ended(0, "Your account was deactivated at 14:03 UTC. If that is not right, ask an administrator.");
        ended(1, "Your account was deactivated at 14:03 UTC. If that is not right, ask an administrator.");

        people.activate(ADMIN, ADA.personId());
        ended(0, "Your account was opened again at 14:03 UTC. Sign in again to go on.");
        ended(1, "Your account was opened again at 14:03 UTC. Sign in again to go on.");
    }

    @Test
    @DisplayName("G1: ends with a password that somebody else has set")
    void endsWithANewPassword() {
        people.resetPassword(ADMIN, ADA.personId(), "a password of theirs");

        ended(0, "Your password was changed at 14:03 UTC. Sign in with the new one to go on.");
    }

    @Test
    @DisplayName("G1: in which the person chose a password goes on, all others end")
    void inWhichThePasswordWasChosenGoesOn() {
        int generation = signIn.changePassword(ADA, PASSWORD, "a password of my own");

        assertThat(signIn.session("ada", generation)).isEqualTo(new SessionAnswer.Good(ADA));
        ended(0, "Your password was changed at 14:03 UTC. Sign in with the new one to go on.");
    }

    private int generation() {
        return ((SignedIn) signIn.attempt("ada", PASSWORD)).generation();
    }

    private void ended(int generation, String sentence) {
        assertThat(signIn.session("ada", generation)).isEqualTo(new SessionAnswer.Ended(sentence));
    }
}
