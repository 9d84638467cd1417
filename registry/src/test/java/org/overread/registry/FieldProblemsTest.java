package org.overread.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FieldProblemsTest {
    @Test
    @DisplayName(
            "G3: what is surely an identifier is refused, ticked or not; its kind and place are told, never itself")
    void refusesWhatIsSure() {
        var problems = new FieldProblems()
                .identifiers("note", "see MRN 00482913", true)
                .list();

        assertThat(problems)
                .containsExactly(
                        new FieldProblem("note", "seems to hold a medical record number at character 5: take it out"));
    }

    @Test
    @DisplayName("G3: what may be one is refused until the writer confirms that it is none")
    void asksForAWordOnTheRest() {
        var said = "Mrs Smith was seen 11/02/2025";

        assertThat(new FieldProblems().identifiers("note", said, false).list())
                .extracting(FieldProblem::reason)
                .containsExactly(
                        "seems to hold a name at character 1: take it out or confirm that it identifies no patient",
                        "seems to hold a date at character 20: take it out or confirm that it identifies no patient");
        assertThat(new FieldProblems().identifiers("note", said, true).list()).isEmpty();
        assertThat(new FieldProblems().identifiers("note", null, false).list()).isEmpty();
    }
}
