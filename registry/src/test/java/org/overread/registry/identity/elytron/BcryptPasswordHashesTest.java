package org.overread.registry.identity.elytron;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BcryptPasswordHashesTest {
    private final BcryptPasswordHashes hashes = new BcryptPasswordHashes();

    @Test
    void knowsThePasswordAgainAndNoOther() {
        var hash = hashes.hash("correct horse battery");

        assertThat(hash).startsWith("$2a$12$").doesNotContain("horse");
        assertThat(hashes.matches("correct horse battery", hash)).isTrue();
        assertThat(hashes.matches("correct horse batterz", hash)).isFalse();
    }

    @Test
    void saltsEachHash() {
        assertThat(hashes.hash("correct horse battery")).isNotEqualTo(hashes.hash("correct horse battery"));
    }

    /** The value is from the test vectors published with the original bcrypt, so that other tools read our hashes. */
    @Test
    void readsHashesThatOthersMade() {
        assertThat(hashes.matches("U*U", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"))
                .isTrue();
    }

    @Test
    void doesTheSameWorkForALoginThatDoesNotExist() {
        assertThat(hashes.matches("correct horse battery", null)).isFalse();
    }

    @Test
    void doesNotMistakeALongPasswordForItsBeginning() {
        var long72 = "abcd".repeat(18);
        var hash = hashes.hash(long72);

        assertThat(hashes.matches(long72, hash)).isTrue();
        assertThat(hashes.matches(long72 + "e", hash)).isFalse();
    }

    @Test
    void takesTheSameCharactersHoweverAKeyboardComposesThem() {
        assertThat(hashes.matches("fu\u0308nf Bl\u00f6cke", hashes.hash("f\u00fcnf Blo\u0308cke")))
                .isTrue();
    }
}
