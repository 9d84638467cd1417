package org.overread.monitoring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.overread.monitoring.subgroup.RealPredictions;

class ReadmissionEvaluateTest {
    @Test
    void theCommandGivesTheKnownFiguresOfTheRealFile() {
        var run = Run.of(
                RealPredictions.file("readmission_v2.csv.gz"),
                "--by",
                "age_band,sex,race",
                "--pairs",
                "--threshold",
                "0.163");

        assertThat(run.status()).isZero();
        var json = run.json();
        assertThat(json.get("rows").asLong()).isEqualTo(59_606);
        assertThat(json.get("positives").asLong()).isEqualTo(6_723);
        assertThat(json.at("/overall/auroc/value").asDouble()).isCloseTo(0.6471542711, within(1e-9));
        assertThat(json.at("/overall/auroc/low").asDouble()).isCloseTo(0.6402285247, within(1e-9));
        assertThat(json.at("/overall/auroc/high").asDouble()).isCloseTo(0.6540800175, within(1e-9));
        assertThat(json.at("/overall/auprc/value").asDouble()).isCloseTo(0.1928556375, within(1e-9));
        assertThat(json.at("/overall/sensitivity/value").asDouble()).isCloseTo(0.46690465566, within(1e-9));
        assertThat(run.out()).contains("\"age_band × race\"").doesNotContain("NaN");
    }
}
