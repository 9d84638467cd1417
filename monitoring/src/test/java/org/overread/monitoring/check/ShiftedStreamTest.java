package org.overread.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.check.SyntheticWard.Shift;
import org.overread.monitoring.check.WatchedStream.Raised;
import org.overread.registry.testing.Actors;

/**
 * The plan judges whole months, two of the last three, and outcomes come after 30 days. So what happens from 1 October on
 * must be noticed by the run of 3 December where it needs no outcome, and of 3 January where it does; small groups are
 * judged over three months together, and where those hold a good month, one later.
 */
class ShiftedStreamTest {
    private static final LocalDate DECEMBER = LocalDate.parse("2024-12-03");
    private static final LocalDate JANUARY = LocalDate.parse("2025-01-03");
    private static final LocalDate FEBRUARY = LocalDate.parse("2025-02-03");

    @Test
    @DisplayName("C8: a stationary year, and a copy whose cases change places in time, raise nothing")
    void nothingIsRaisedWhereNothingHappens() {
        assertThat(ShiftedStreams.year(7, Shift.NONE)).isEmpty();
        assertThat(ShiftedStreams.year(SyntheticWard.permuted(SyntheticWard.cases(7, Shift.COVARIATE), 8)))
                .isEmpty();
    }

    @Test
    @DisplayName("C1: sicker patients are noticed after two months, and the alert has its owner")
    void noticesOtherPatients() {
        var raised = ShiftedStreams.year(1, Shift.COVARIATE);

        var laboratory = raisedOf(raised, "drift:laboratory");
        assertThat(laboratory.on()).isEqualTo(DECEMBER);
        assertThat(laboratory.alert().since()).isEqualTo(SyntheticWard.ONSET);
        assertThat(laboratory.alert().owner()).isEqualTo(Actors.idOf("mira"));
        assertThat(laboratory.alert().title()).isEqualTo("Drift of laboratory beyond what the plan allows");
        assertThat(laboratory.alert().sentence())
                .startsWith("laboratory has a mean of 109")
                .endsWith("It has held in 2 of the last 3 months.");
        assertThat(raisedOf(raised, "chart:flags").on()).isEqualTo(LocalDate.parse("2024-11-03"));
        assertThat(raised)
                .noneMatch(each -> each.alert().check().startsWith("performance:"))
                .noneMatch(each -> each.alert().check().equals("chart:outcomes"));
    }

    @Test
    @DisplayName("C9: a column that vanishes is noticed after the first month")
    void noticesAVanishingColumn() {
        var raised = ShiftedStreams.year(1, Shift.VANISHING);

        assertThat(raised.getFirst().alert().check()).isEqualTo("missing:laboratory");
        assertThat(raised.getFirst().on()).isEqualTo(LocalDate.parse("2024-11-03"));
        assertThat(raised).allMatch(each -> each.alert().check().endsWith(":laboratory"));
    }

    @Test
    @DisplayName("C3: a score that means nothing for women is noticed as soon as two months of outcomes are known")
    void noticesASubgroup() {
        var raised = ShiftedStreams.year(1, Shift.SUBGROUP);

        var women = raisedOf(raised, "performance:sensitivity:floor:sex=Female");
        assertThat(women.on()).isEqualTo(JANUARY);
        assertThat(women.alert().since()).isEqualTo(SyntheticWard.ONSET);
        assertThat(raised).noneMatch(each -> each.alert().check().endsWith("=Male"));
    }

    @Test
    @DisplayName("C3: a fault that only women over 70 have is noticed in the pair, and in neither attribute before")
    void noticesAPair() {
        var raised = ShiftedStreams.year(1, Shift.PAIR);

        var pair = raisedOf(raised, "performance:sensitivity:floor:age_band × sex=70+ × Female");
        assertThat(pair.on()).isBetween(DECEMBER, FEBRUARY);
        assertThat(pair.alert().title()).isEqualTo("Sensitivity in age_band 70+ with sex Female below its floor");
        assertThat(raised)
                .filteredOn(each -> each.on().isBefore(pair.on()))
                .allMatch(each -> each.alert().check().endsWith("70+ × Female"));
    }

    @Test
    @DisplayName(
            "C4: fewer events at the same score break the declared calibration, once outcomes that come 30 days late"
                    + " are known")
    void noticesAnotherConcept() {
        var raised = ShiftedStreams.year(1, Shift.CONCEPT);

        var calibration = raisedOf(raised, "performance:observedExpected:floor");
        assertThat(calibration.on()).isEqualTo(JANUARY);
        assertThat(calibration.alert().since()).isEqualTo(SyntheticWard.ONSET);
        assertThat(raised).noneMatch(each -> each.alert().check().startsWith("drift:"));
        var outcomes = raisedOf(raised, "chart:outcomes");
        assertThat(outcomes.on()).isEqualTo(DECEMBER);
        assertThat(outcomes.alert().title()).isEqualTo("The event rate at the same scores has fallen");
    }

    @Test
    @DisplayName(
            "C8: on the real file a copy whose cases change places in time raises nothing, and a fault of women over"
                    + " 70 planted into it is noticed in the pair")
    void followsTheRealFile() throws IOException {
        var permuted = SyntheticWard.permuted(RealWard.cases(), 3);

        assertThat(RealWard.year(permuted)).isEmpty();

        var raised = RealWard.year(RealWard.withFaultOfOldWomen(permuted));
        assertThat(raisedOf(raised, "performance:sensitivity:floor:age_band × sex=70+ × Female")
                        .on())
                .isBetween(DECEMBER, FEBRUARY);
    }

    private static Raised raisedOf(List<Raised> raised, String check) {
        return raised.stream()
                .filter(each -> each.alert().check().equals(check))
                .findFirst()
                .orElseThrow(() -> new AssertionError("only "
                        + raised.stream()
                                .map(each -> Map.entry(each.on(), each.alert().check()))
                                .toList()));
    }
}
