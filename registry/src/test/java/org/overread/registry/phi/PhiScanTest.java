package org.overread.registry.phi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhiScanTest {
    @ParameterizedTest
    @DisplayName("G3: an identifier is found by its form")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            SSN 123-45-6789 on file                     | SSN        | BLOCK | 123-45-6789
            see MRN 00482913                            | MRN        | BLOCK | MRN 00482913
            mrn: AB-1234567 again                       | MRN        | BLOCK | mrn: AB-1234567
            medical record number 1234567               | MRN        | BLOCK | medical record number 1234567
            MR#1234567                                  | MRN        | BLOCK | MR#1234567
            card 1EG4TE5MK73                            | MBI        | BLOCK | 1EG4TE5MK73
            DOB 3/14/1961                               | DOB        | BLOCK | DOB 3/14/1961
            D.O.B.: 1961-03-14                          | DOB        | BLOCK | D.O.B.: 1961-03-14
            date of birth: 14.03.1961                   | DOB        | BLOCK | date of birth: 14.03.1961
            she was born on 3/14/61                     | DOB        | BLOCK | born on 3/14/61
            write jane.doe+x@mail.example.org           | EMAIL      | BLOCK | jane.doe+x@mail.example.org
            call (415) 555-2671 now                     | PHONE      | BLOCK | (415) 555-2671
            call +1 415 555 2671                        | PHONE      | BLOCK | +1 415 555 2671
            account no 12345678                         | ACCT       | WARN  | account no 12345678
            CSN 100200300                               | ACCT       | WARN  | CSN 100200300
            visit # A-1234567                           | ACCT       | WARN  | visit # A-1234567
            patient is named Ana Müller and             | NAME_REL   | WARN  | patient is named Ana Müller
            mother's name is O'Neil                     | NAME_REL   | WARN  | mother's name is O'Neil
            discussed with Dr. Lindström                | NAME_TITLE | WARN  | Dr. Lindström
            Mrs Smith refused                           | NAME_TITLE | WARN  | Mrs Smith
            lives at 12 North Oak Street                | STREET     | WARN  | 12 North Oak Street
            from MA 02139                               | ZIP        | WARN  | MA 02139
            seen 11/02/2025                             | DATE_NUM   | WARN  | 11/02/2025
            seen 2025-11-02                             | DATE_ISO   | WARN  | 2025-11-02
            a 93-year-old man                           | AGE90      | WARN  | 93-year-old
            91 y/o                                      | AGE90      | WARN  | 91 y/o
            from 192.168.10.4                           | IP         | WARN  | 192.168.10.4
            see https://ehr.example/p/1?x=2 there       | URL        | WARN  | https://ehr.example/p/1?x=2
            """)
    void finds(String text, PhiKind kind, PhiKind.Action action, String matched) {
        var findings = PhiScan.findings(text);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.action()).isEqualTo(action);
            assertThat(text.substring(finding.start(), finding.end())).isEqualTo(matched);
        });
    }

    @ParameterizedTest
    @DisplayName("G3: clinical shorthand is left alone")
    @ValueSource(
            strings = {
                "",
                "BP 120/80",
                "1/2 tab twice a day",
                "score 0.87 is too high",
                "SpO2 95% on 2 L",
                "Lactate drawn 20 min ago",
                "000-12-3456 and 666-12-3456 and 900-12-3456",
                "89-year-old woman",
                "version 2.1 flagged 41 of 412",
                "the patient was named in the handover",
                "WBC 12.5, CRP 120, PCT 0.4",
                "given at 14:30, repeat in 6 h",
                "Drug of choice, born too early"
            })
    void leavesAlone(String text) {
        assertThat(PhiScan.findings(text)).isEmpty();
    }

    @Test
    void tellsWhatBlocksWhereSeveralOverlap() {
        assertThat(PhiScan.findings("DOB 03/14/1961, seen 2025-11-02"))
                .extracting(PhiFinding::kind)
                .containsExactly(PhiKind.DOB, PhiKind.DATE_ISO);
    }

    @Test
    void masksEveryFindingByItsKind() {
        assertThat(PhiScan.masked("MRN 00482913 of Mrs Smith, lactate 4.1"))
                .isEqualTo("[MRN] of [NAME_TITLE], lactate 4.1");
    }

    @Test
    void neverRepeatsWhatItFound() {
        assertThat(PhiScan.findings("MRN 00482913").getFirst().toString()).doesNotContain("00482913");
        assertThatThrownBy(() -> PhiScan.findings("MRN 00482913 ".repeat(400)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the text is longer than 4000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "1-", "A ", "Patient ", "12 North ", "MRN ", "(415) ", "a@a.", "DOB "})
    void isQuickOnTextMadeToSlowItDown(String part) {
        var text = part.repeat(PhiScan.LONGEST / part.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> PhiScan.findings(text));
    }
}
