package org.overread.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.identity.SignInAnswer.Refused;
import org.overread.registry.identity.SignInAnswer.SignedIn;

/** What comes of it when strangers guess. */
class GuessingTest extends SignInBench {
    @Test
    @DisplayName(
            "G1, D8: do not keep the chair from signing who has signed in, nor from signing in where they always do")
    void keepNobodyOutWhoIsKnown() {
        at("10.1.1.1").attempt("ada", PASSWORD);
        for (int i = 0; i < 200; i++) {
            at("198.51.100." + i).attempt("ada", "guess");
            now = now.plusSeconds(1);
        }

        at("10.1.1.1");
        assertThat(signIn.confirms(ADA, PASSWORD)).isTrue();
        assertThat(signIn.attempt("ada", PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    @DisplayName("G1: are slowed down where they are, and together wherever they are")
    void areSlowedDown() {
        for (int i = 0; i < 5; i++) {
            at("198.51.100.1").attempt("ada", "guess");
        }
        assertThat(at("198.51.100.1").attempt("ada", PASSWORD))
                .isEqualTo(new Refused(
                        "Too many attempts have failed. Try again after 12:15 UTC.",
                        Instant.parse("2026-01-01T12:15:00Z")));
        for (int i = 2; i < 7; i++) {
            assertThat(at("198.51.100." + i).attempt("ada", "guess")).isEqualTo(WRONG);
        }
        assertThat(at("198.51.100.9").attempt("ada", PASSWORD)).isInstanceOf(Refused.class);

        now = now.plus(Duration.ofMinutes(1));
        assertThat(at("198.51.100.9").attempt("ada", PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    @DisplayName("G1: who try many logins from one address are slowed down, and not those who are known there")
    void areSlowedDownByAddress() {
        at("10.1.1.1").attempt("ada", PASSWORD);
        for (int i = 0; i < 30; i++) {
            signIn.attempt("login" + i, "Spring2026!");
        }

        assertThat(signIn.attempt("another", "Spring2026!"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.until()).isEqualTo(now.plusSeconds(5)));
        assertThat(signIn.attempt("ada", PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    @DisplayName("G1: a success from a new place does not wipe out what strangers have failed at")
    void areNotForgotten() {
        for (int i = 0; i < 9; i++) {
            at("198.51.100." + i).attempt("ada", "guess");
        }
        at("203.0.113.1").attempt("ada", PASSWORD);
        assertThat(at("198.51.100.10").attempt("ada", "guess")).isEqualTo(WRONG);

        assertThat(at("198.51.100.11").attempt("ada", "guess")).isNotEqualTo(WRONG);
    }

    @Test
    @DisplayName("G1: are told to the person who signs in next, once")
    void areTold() {
        at("198.51.100.1").attempt("ada", "guess");
        now = now.plusSeconds(60);
        at("198.51.100.2").attempt("ada", "guess");
        at("198.51.100.2").attempt("nobody", "guess");

        assertThat(at("10.1.1.1").attempt("ada", PASSWORD))
                .isEqualTo(new SignedIn(ADA, false, 0, new FailedAttempts(2, now)));
        assertThat(signIn.attempt("ada", PASSWORD)).isEqualTo(new SignedIn(ADA, false, 0, null));
        assertThat(new FailedAttempts(2, now).sentence())
                .isEqualTo("2 attempts to sign in as you failed since you last signed in, the latest on"
                        + " 1 January 2026, 12:01 UTC. If that was not you, tell an administrator.");
    }
}
