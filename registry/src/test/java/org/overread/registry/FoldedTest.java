package org.overread.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches do not mind case, accents and apostrophes. */
class FoldedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Noël O’Brien      | noel obrien",
                "Noel O'Brien      | NOËL O’BRIEN",
                "N\u006Foe\u0308l  | ooël",
                "François d´Aubigné | d'aubigne",
                "Müller            | mu\u0308ller",
                "Åsa               | asa",
                "ﬁbrillation       | fibr"
            })
    @DisplayName("A12: what was typed is found whatever accents and apostrophes stand in it or in the text")
    void finds(String words, String typed) {
        assertThat(Folded.holds(words, typed)).isTrue();
    }

    @Test
    @DisplayName("A12: other letters are other letters")
    void tellsLettersApart() {
        assertThat(Folded.holds("Noël", "noah")).isFalse();
        assertThat(Folded.holds("O’Brien", "o brien")).isFalse();
    }
}
