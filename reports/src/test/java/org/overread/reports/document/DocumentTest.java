package org.overread.reports.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    @Test
    void hasAtLeastOneSection() {
        assertThatThrownBy(() -> new Document("Empty", List.of())).hasMessageContaining("at least one section");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void takesWhatIsNotAFiniteNumberAsMissing(double value) {
        assertThat(Cell.ratio(value, "no outcomes")).isEqualTo(new Cell.Missing("no outcomes"));
        assertThatThrownBy(() -> new Cell.Ratio(value)).hasMessageContaining("missing, with a reason");
    }

    @Test
    void neverTurnsWhatIsMissingIntoZeroOrNothing() {
        assertThat(Cell.ratio(null, "too few")).isEqualTo(new Cell.Missing("too few"));
        assertThat(Cell.count(null, "too few")).isEqualTo(new Cell.Missing("too few"));
        assertThat(Cell.time(null, "never")).isEqualTo(new Cell.Missing("never"));
        assertThat(Cell.text(" ", "not stated")).isEqualTo(new Cell.Missing("not stated"));
        assertThat(Cell.text(null, "not stated")).isEqualTo(new Cell.Missing("not stated"));
        assertThat(Cell.ratio(0.0, "too few")).isEqualTo(new Cell.Ratio(0));
        assertThat(Cell.count(0L, "too few")).isEqualTo(new Cell.Count(0));
    }

    @Test
    void isEqualWhenItSaysTheSame() {
        assertThat(table(List.of(Cell.text("a"), Cell.count(1))))
                .isEqualTo(table(List.of(Cell.text("a"), Cell.count(1))))
                .isNotEqualTo(table(List.of(Cell.text("a"), Cell.count(2))));
    }

    @Test
    void refusesARowThatDoesNotFitItsColumns() {
        assertThatThrownBy(() -> table(List.of(Cell.text("a"))).each(_ -> {}))
                .hasMessage("a row of 1 cells in 2 columns");
        assertThatThrownBy(() -> table(List.of(Cell.text("a"), Cell.text("1"))).each(_ -> {}))
                .hasMessageStartingWith("the column Number does not take");
        assertThatThrownBy(() ->
                        table(List.of(Cell.time(Instant.EPOCH), Cell.count(1))).each(_ -> {}))
                .hasMessageStartingWith("the column Name does not take");
    }

    @Test
    void takesAMissingValueInAnyColumn() {
        var rows = new ArrayList<List<Cell>>();

        table(List.of(new Cell.Missing("unknown"), new Cell.Missing("hidden"))).each(rows::add);

        assertThat(rows).containsExactly(List.of(new Cell.Missing("unknown"), new Cell.Missing("hidden")));
    }

    @Test
    void makesARowForEachThing() {
        var table = Table.of(
                List.of(Column.text("Word"), Column.count("Letters")),
                List.of("one", "three"),
                word -> List.of(Cell.text(word), Cell.count(word.length())));

        assertThat(table)
                .isEqualTo(new Table(
                        List.of(Column.text("Word"), Column.count("Letters")),
                        Rows.of(List.of(
                                List.of(Cell.text("one"), Cell.count(3)),
                                List.of(Cell.text("three"), Cell.count(5))))));
    }

    private static Table table(List<Cell> row) {
        return new Table(List.of(Column.text("Name"), Column.count("Number")), Rows.of(List.of(row)));
    }
}
