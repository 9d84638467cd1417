package org.overread.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.FieldProblem;

class PasswordRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "zwölf Zeichen", "123456789abc", "🐎🐎🐎🐎🐎🐎🐎🐎🐎bcd"})
    void takesAnythingLongEnough(String password) {
        assertThat(problems(password)).isEmpty();
    }

    @Test
    void countsCharactersNotBytes() {
        assertThat(problems("elf Zeichen🐎")).isEmpty();
        assertThat(problems("elf Zeiche🐎"))
                .containsExactly(new FieldProblem("password", "must be at least 12 characters long"));
    }

    @Test
    void refusesTheLogin() {
        assertThat(PasswordRule.problems("password", "Ada.Lovelace@north", "ada.lovelace@north"))
                .containsExactly(new FieldProblem("password", "must not be the login"));
    }

    @Test
    void refusesAKeyHeldDown() {
        assertThat(problems("aaaaaaaaaaaaaaaa"))
                .containsExactly(new FieldProblem("password", "must hold at least 4 different characters"));
    }

    @Test
    void refusesWhatBcryptWouldCutOff() {
        assertThat(problems("abcd".repeat(18))).isEmpty();
        assertThat(problems("abcd".repeat(18) + "e"))
                .containsExactly(new FieldProblem("password", "must be at most 72 bytes long"));
    }

    @Test
    void takesTheSameCharactersHoweverAKeyboardComposesThem() {
        assertThat(PasswordRule.normalized("u\u0308")).isEqualTo(PasswordRule.normalized("\u00fc"));
    }

    private static List<FieldProblem> problems(String password) {
        return PasswordRule.problems("password", password, "ada");
    }
}
