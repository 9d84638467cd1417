package org.overread.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void quotesWhatWouldBreakTheLine() {
        assertThat(new Csv("a", "b").line("1, 2", "say \"no\"").line("x\ny", "").toString())
                .isEqualTo("a,b\r\n\"1, 2\",\"say \"\"no\"\"\"\r\n\"x\ny\",\r\n");
    }

    @Test
    void keepsASpreadsheetFromTakingWordsForAFormulaAndLeavesNumbersAlone() {
        assertThat(new Csv("a", "b", "c")
                        .line("=HYPERLINK(\"x\")", "-0.25", "-x")
                        .toString())
                .isEqualTo("a,b,c\r\n\"'=HYPERLINK(\"\"x\"\")\",-0.25,'-x\r\n");
    }
}
