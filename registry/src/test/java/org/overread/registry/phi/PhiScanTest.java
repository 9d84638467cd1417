package org.overread.registry.phi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhiScanTest {
    @ParameterizedTest
    @DisplayName("G3: an identifier is found by its form and its surroundings, and what is marked is the whole of it")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            SSN 123-45-6789 on file                     | NATIONAL | BLOCK | SSN 123-45-6789
            see MRN 00482913                            | MRN      | BLOCK | MRN 00482913
            mrn: AB-1234567 again                       | MRN      | BLOCK | mrn: AB-1234567
            medical record number 1234567               | MRN      | BLOCK | medical record number 1234567
            card 1EG4TE5MK73                            | NATIONAL | BLOCK | 1EG4TE5MK73
            DOB 3/14/1961                               | BIRTH    | BLOCK | DOB 3/14/1961
            she was born on 3/14/61                     | BIRTH    | BLOCK | born on 3/14/61
            write jane.doe+x@mail.example.org           | EMAIL    | BLOCK | jane.doe+x@mail.example.org
            call (415) 555-2671 now                     | PHONE    | BLOCK | call (415) 555-2671
            account no 12345678                         | ACCOUNT  | WARN  | account no 12345678
            mother's name is O'Neil                     | NAME     | WARN  | mother's name is O'Neil
            discussed with Dr. Lindström                | NAME     | WARN  | Dr. Lindström
            lives at 12 North Oak Street                | ADDRESS  | WARN  | 12 North Oak Street
            seen 11/02/2025                             | DATE     | WARN  | 11/02/2025
            seen 2025-11-02                             | DATE     | WARN  | 2025-11-02
            from 192.168.10.4                           | WEB      | WARN  | 192.168.10.4
            see https://ehr.example/p/1?x=2 there       | WEB      | WARN  | https://ehr.example/p/1?x=2
            """)
    void finds(String text, PhiKind kind, PhiFinding.Action action, String matched) {
        var findings = PhiScan.findings(text);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.action()).isEqualTo(action);
            assertThat(text.substring(finding.start(), finding.end())).isEqualTo(matched);
        });
    }

    @ParameterizedTest
    @DisplayName(
            "G3: a name beside patient is pointed out though something is named after it, unless that is what follows")
    @CsvSource({
        "patient Wells refused, true",
        "Patient Wells, true",
        "PATIENT WELLS refused the scan, true",
        "pt Nelson declined, true",
        "patient Wells score of 6, false",
        "patient Wells criteria not met, false",
        "Patient Wells 6, false",
        "Patient Glasgow 14, false",
        "pt Foley removed, false",
        "PT STILL refused nothing, false",
    })
    void pointsOutNamesThatAreEponyms(String text, boolean pointedOut) {
        assertThat(PhiScan.findings(text))
                .hasSize(pointedOut ? 1 : 0)
                .allSatisfy(finding -> assertThat(finding.action()).isEqualTo(PhiFinding.Action.WARN));
    }

    @ParameterizedTest
    @DisplayName("G3: characters that look the same, or that nobody sees, hide nothing")
    @ValueSource(
            strings = {
                "MRN\u00a01234567",
                "MRN\u202f1234567",
                "M\u200bR\u2060N 123\u200b4567",
                "MRN\u00ad 1234567",
                "ＭＲＮ １２３４５６７",
                "MRN ١٢٣٤٥٦٧",
                "MRN\t1234567",
                "MRN\n1234567",
                "MRN \u2013 1234567",
                "mrn 1234567",
                "DOB 14\u201103\u20111952",
                "123\u201345\u20136789",
                "jane\uff20mail.example.org"
            })
    void readsThroughDisguise(String text) {
        assertThat(PhiScan.findings(text))
                .singleElement()
                .satisfies(finding -> assertThat(finding.blocks()).isTrue());
    }

    @ParameterizedTest
    @DisplayName("G3: a check digit that does not hold makes a number no national one")
    @CsvSource({
        "A123456780, A123456781",
        "756.1234.5678.97, 756.1234.5678.98",
        "811218-9876, 811218-9877",
        "184127645108946, 184127645108947",
        "02070803628, 02070803629",
        "12345678Z, 12345678A",
        "131052-308T, 131052-308U",
        "529.982.247-25, 529.982.247-26",
        "29029600013, 29029600014",
        "93.05.18-223.61, 93.05.18-223.62",
        "GB82 WEST 1234 5698 7654 32, GB82 WEST 1234 5698 7654 33"
    })
    void checksDigits(String real, String changed) {
        assertThat(PhiScan.findings(real)).anyMatch(PhiFinding::blocks);
        assertThat(PhiScan.findings(changed)).noneMatch(PhiFinding::blocks);
    }

    @Test
    void tellsWhatBlocksWhereSeveralOverlap() {
        assertThat(PhiScan.findings("DOB 03/14/1961, seen 2025-11-02"))
                .extracting(PhiFinding::kind)
                .containsExactly(PhiKind.BIRTH, PhiKind.DATE);
    }

    @Test
    void masksEveryFindingByItsKind() {
        assertThat(PhiScan.masked("MRN 00482913 of Mrs Smith, lactate 4.1")).isEqualTo("[MRN] of [NAME], lactate 4.1");
        assertThat(PhiScan.masked("MRN 00482913 of Mrs Smith", PhiFinding::blocks))
                .isEqualTo("[MRN] of Mrs Smith");
    }

    @Test
    void neverRepeatsWhatItFound() {
        assertThat(PhiScan.findings("MRN 00482913").getFirst().toString()).doesNotContain("00482913");
        assertThat(PhiScan.kinds("MRN 00482913 of Mrs Smith, MRN 00482914"))
                .isEqualTo("a medical record number, a name");
    }

    @ParameterizedTest
    @DisplayName("G3: 100,000 characters made to slow the scan down are read in time that grows with their number")
    @ValueSource(
            strings = {
                "a.", "1-", "1 ", "1", "A ", "A", "a", "Patient ", "12 North ", "MRN ", "(415) ", "a@a.", "a@", "DOB ",
                        "Smith, ", "Mr van der ", "A. ",
                "12 march ", "0 1 2 ", "a at ", "www.", "http://", "Anna ", "ANNA", "'s ", "12/", "AB12 ", "é",
                        "\u200b", "straße", "ninety-", "1:", ":", "x dot "
            })
    void isQuickOnTextMadeToSlowItDown(String part) {
        var text = part.repeat(100_000 / part.length());

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> PhiScan.findings(text));
    }
}
