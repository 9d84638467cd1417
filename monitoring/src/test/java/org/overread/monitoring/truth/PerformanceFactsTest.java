package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Evaluation;

/** All is well over all time, in the reference window and since, but for what a test says. */
class PerformanceFactsTest {
    private static final String CALM = "Discrimination and calibration hold";

    @Test
    @DisplayName("C2: calibration is off when the whole interval lies more than a twentieth from 1, on either side")
    void tellsARatioThatIsOff() {
        assertThat(over(well().with(Metric.OBSERVED_EXPECTED, 0.92, 0.89, 0.949)))
                .startsWith("Calibration is off");
        assertThat(over(well().with(Metric.OBSERVED_EXPECTED, 0.92, 0.89, 0.95)))
                .startsWith(CALM);
        assertThat(over(well().with(Metric.OBSERVED_EXPECTED, 1.08, 1.051, 1.11)))
                .startsWith("Calibration is off");
        assertThat(over(well().with(Metric.OBSERVED_EXPECTED, 1.08, 1.05, 1.11)))
                .startsWith(CALM);
    }

    @Test
    @DisplayName("C2: calibration is off also when only the time since the reference window is, if it says enough")
    void tellsARatioThatIsOffSince() {
        var off = well().ratio(0.85, 0.02);

        assertThat(in(well(), off, well().ratio(0.86, 0.02)))
                .startsWith("Calibration is off")
                .contains("; 1.00 in the reference window, 0.85 since)")
                .doesNotContain("latest");
        assertThat(in(well(), off.few(), null)).startsWith(CALM);
    }

    @Test
    @DisplayName("C2: the latest days are off beyond a tenth at 99.9 %, and only where they differ by a tenth")
    void tellsLatestDaysThatAreOff() {
        assertThat(in(well(), well(), well().ratio(1.3, 0.02))).contains(", 1.30 (1.25–1.35) in the latest 90 days");
        assertThat(in(well(), well(), well().ratio(0.75, 0.02))).contains("in the latest 90 days");
        // log 1.3 − 3.29·0.06 = 0.065, log 1.1 = 0.095
        assertThat(in(well(), well(), well().ratio(1.3, 0.06))).startsWith(CALM);
        assertThat(in(well(), well().ratio(0.88, 0.05), well().ratio(0.85, 0.005)))
                .as("as all the time since")
                .startsWith(CALM);
    }

    @Test
    @DisplayName("C2: discrimination is worse by two hundredths since the reference window, when that is sure")
    void tellsAFall() {
        assertThat(in(well(), well().auroc(0.775, 0.002), null))
                .isEqualTo(
                        "It ranks patients worse than it did: AUROC 0.78 (0.77–0.78) since the reference window, 0.80"
                                + " (0.80–0.80) in it.");
        assertThat(in(well(), well().auroc(0.785, 0.002), null)).startsWith(CALM);
        assertThat(in(well(), well().auroc(0.775, 0.02), null)).startsWith(CALM);
    }

    @Test
    @DisplayName("C2: of the latest days it takes three hundredths, at 99.9 %")
    void tellsAFallOfTheLatestDays() {
        assertThat(in(well(), well(), well().auroc(0.765, 0.002))).contains("in the latest 90 days");
        assertThat(in(well(), well(), well().auroc(0.775, 0.002))).startsWith(CALM);
        // 0.035/√(0.002² + 0.012²) = 2.88
        assertThat(in(well(), well(), well().auroc(0.765, 0.012))).startsWith(CALM);
    }

    @Test
    @DisplayName(
            "C2: after a reference window with few events a deep fall is told, at 99.9 %, and nothing is said to hold")
    void comparesWithFewEventsCarefully() {
        assertThat(in(well().few(), well().auroc(0.745, 0.002), null))
                .startsWith("It ranks patients worse than it did: AUROC 0.7")
                .contains("since the reference window, 0.80");
        assertThat(in(well().few(), well(), well().auroc(0.745, 0.002))).contains("in the latest 90 days");
        var unsaid =
                "AUROC 0.80 (0.80–0.80), observed/expected 1.00 (0.98–1.02); whether they hold cannot be said: fewer"
                        + " than 100 events or non-events are known of the reference window.";
        assertThat(in(well().few(), well().auroc(0.755, 0.002), null)).isEqualTo(unsaid);
        // 0.06/0.02 = 3.0, 0.07/0.02 = 3.5
        assertThat(in(well().few(), well().auroc(0.74, 0.02), null)).isEqualTo(unsaid);
        assertThat(in(well().few(), well().auroc(0.73, 0.02), null)).startsWith("It ranks patients worse");
        assertThat(PerformanceFacts.of(well().whole(), new Windows(well().few().whole(), well().whole(), null)))
                .singleElement()
                .extracting(Fact::weight)
                .isEqualTo(Fact.Weight.NOTE);
    }

    @Test
    @DisplayName("C2: it ranks the wrong way round only where the whole interval says so, else no better than chance")
    void tellsChanceFromTheWrongWayRound() {
        assertThat(over(well().auroc(0.40, 0.02))).startsWith("It ranks patients the wrong way round");
        assertThat(over(well().auroc(0.48, 0.02))).startsWith("It is not shown to rank patients better than chance");
        assertThat(over(well().auroc(0.52, 0.02))).startsWith("It is not shown to rank patients better than chance");
        assertThat(over(well().auroc(0.55, 0.02))).startsWith(CALM);
    }

    @Test
    @DisplayName("C2: where discrimination is lost, calibration that is off does not say that it holds")
    void saysThatItRanksOnlyWhereItDoes() {
        assertThat(sentences(well().auroc(0.52, 0.02).ratio(0.8, 0.02).whole(), new Windows(null, null, null)))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("Calibration is off")
                .doesNotContain("discrimination holds");
        assertThat(over(well().ratio(0.8, 0.02))).contains("; discrimination holds (AUROC 0.80");
    }

    @Test
    @DisplayName("C2: risks are too extreme, or too much alike, when the whole interval of the slope says so")
    void tellsTheSlope() {
        assertThat(over(well().slope(0.75, 0.70, 0.79))).startsWith("Its risks are too extreme");
        assertThat(over(well().slope(0.75, 0.70, 0.80))).startsWith(CALM);
        assertThat(over(well().slope(1.3, 1.26, 1.34))).startsWith("Its risks are too much alike");
        assertThat(over(well().slope(1.3, 1.25, 1.35))).startsWith(CALM);
    }

    @Test
    @DisplayName("C4: without outcomes, or with few events, it says only that")
    void saysWhatItLacks() {
        assertThat(over(well().ratio(0.5, 0.01).of(0, 0))).startsWith("No outcome is known yet");
        assertThat(over(well().ratio(0.5, 0.01).few()))
                .isEqualTo("Fewer than 100 events or non-events are known: too few to say how well it does.");
    }

    private static MadeUp well() {
        return new MadeUp().auroc(0.80, 0.002).ratio(1, 0.01).slope(1, 0.95, 1.05);
    }

    /** The one thing that is said of it over all time. */
    private static String over(MadeUp all) {
        return only(sentences(all.whole(), new Windows(null, null, null)));
    }

    private static String in(MadeUp reference, MadeUp since, @Nullable MadeUp latest) {
        return only(sentences(
                well().whole(), new Windows(reference.whole(), since.whole(), latest == null ? null : latest.whole())));
    }

    private static List<String> sentences(Evaluation all, Windows windows) {
        return PerformanceFacts.of(all, windows).map(Fact::sentence).toList();
    }

    private static String only(List<String> sentences) {
        assertThat(sentences).hasSize(1);
        return sentences.getFirst();
    }
}
