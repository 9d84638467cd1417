package org.overread.monitoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.PatientKey;
import org.overread.monitoring.subgroup.RealPredictions;

class ReadmissionComparisonTest {
    private static final int PATIENT = 2;
    private static final int SCORE = 3;
    private static final int OUTCOME = 4;

    @Test
    @DisplayName("C10: on the real files the newer version is not better than the older")
    void theNewerVersionIsNotBetter() throws IOException {
        var comparison = PairedComparison.of(realCases(), 0.163, 0.158);

        // roc.test(roc(y, v2), roc(y, v1), paired = TRUE, method = "delong"): p 0.35, -0.0043 to 0.0015
        var auroc = comparison.line(Metric.AUROC);
        assertThat(auroc.difference().value()).isCloseTo(-0.0014, within(5e-5));
        assertThat(auroc.difference().low()).isCloseTo(-0.0043, within(5e-5));
        assertThat(auroc.difference().high()).isCloseTo(0.0015, within(5e-5));
        assertThat(auroc.pValue()).isCloseTo(0.35, within(5e-3));
        assertThat(Verdict.of(2, 1, comparison))
                .isEqualTo("v2 is not better than v1: AUROC differs by −0.0014 (−0.0043 to 0.0015), p 0.35,"
                        + " on 59,606 same cases.");
        assertThat(comparison.line(Metric.BRIER).difference().method()).contains("bootstrap", "seed");
    }

    private static PairedCases realCases() throws IOException {
        var cases = new PairedCases.Builder(PairedCases.Match.PATIENT_AND_TIME);
        try (var newer = lines("readmission_v2.csv.gz");
                var older = lines("readmission_v1.csv.gz")) {
            newer.readLine();
            older.readLine();
            for (var line = newer.readLine(); line != null; line = newer.readLine()) {
                var mine = line.split(",", -1);
                var theirs = older.readLine().split(",", -1);
                var outcome = Integer.parseInt(mine[OUTCOME]);
                var patient = PatientKey.of(mine[PATIENT]);
                cases.add(
                        Double.parseDouble(mine[SCORE]), Double.parseDouble(theirs[SCORE]), outcome, outcome, patient);
            }
        }
        return cases.build();
    }

    private static BufferedReader lines(String name) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealPredictions.file(name))), StandardCharsets.UTF_8));
    }
}
