package org.overread.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void quotesWhatWouldBreakTheLine() {
        assertThat(new Csv("a", "b").line("1, 2", "say \"no\"").line("x\ny", "").toString())
                .isEqualTo("a,b\r\n\"1, 2\",\"say \"\"no\"\"\"\r\n\"x\ny\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"x\")",
                "=1+1",
                "+1+1",
                "-2+3+cmd|' /C calc'!A0",
                "-x",
                "-",
                "-0.25 to 0.10",
                "-1.2.3",
                "--1",
                "+49 30 1234",
                "@SUM(A1)",
                "\t=1+1",
                "\tplain",
                "\r=1+1",
                "\n=1+1",
                "\r\n=1+1",
                "  =1+1",
                "\u00A0=1+1",
                "\uFEFF=1+1",
                "\"=1+1",
                "' =1+1",
                " \n\"'-2+3",
                "\uFF1D1+1",
                "\uFF0B1+1",
                "-1\n=2",
                "-1;=2"
            })
    @DisplayName("F3: what a spreadsheet would take for a formula arrives in it as words")
    void keepsWordsFromBecomingAFormula(String value) {
        assertThat(readBack(value)).isEqualTo("'" + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.25",
                "+3",
                "-.5",
                "1e-7",
                "-1.5E+10",
                "-12%",
                "12.",
                "",
                "a",
                "a=b",
                "x\n=1+1",
                "1;2",
                " x ",
                "'quoted'",
                "5 - 3",
                "one\r\ntwo",
                "Ada \"the\" First, MD"
            })
    @DisplayName("F3: numbers stay numbers and words stay as they are")
    void leavesTheRestAlone(String value) {
        assertThat(readBack(value)).isEqualTo(value);
    }

    @Test
    @DisplayName("F3: a cell that another country's spreadsheet would cut in two is quoted")
    void quotesForeignSeparators() {
        assertThat(new Csv("a").line("a;=1+1").line("a\t=1+1").toString())
                .isEqualTo("a\r\n\"a;=1+1\"\r\n\"a\t=1+1\"\r\n");
    }

    private static String readBack(String value) {
        var file = new Csv("before", "cell", "after").line("1", value, "2").toString();
        try (var reader = CsvReader.builder().ofCsvRecord(file)) {
            var lines = reader.stream().toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(1).getFields()).hasSize(3);
            return List.copyOf(lines.get(1).getFields()).get(1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
