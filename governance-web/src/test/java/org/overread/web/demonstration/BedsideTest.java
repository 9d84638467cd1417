package org.overread.web.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.Indicator;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.prediction.Prediction;
import org.overread.registry.ModelVersionId;
import org.overread.registry.phi.PhiScan;
import org.overread.web.demonstration.Bedside.Opinion;
import org.overread.web.demonstration.Bedside.Shown;

class BedsideTest {
    private static final Instant TODAY = Instant.parse("2026-11-24T09:30:00Z");

    private final SyntheticHospital hospital = new SyntheticHospital(TODAY, 1);
    private final List<Shown> shown = new Bedside(hospital).shown();

    @Test
    void theSameDayGivesTheSameWords() {
        assertThat(new Bedside(new SyntheticHospital(TODAY, 1)).shown()).isEqualTo(shown);
    }

    @Test
    void severalHundredOutputsWereShownAndMostAnswered() {
        assertThat(shown)
                .hasSizeBetween(600, 1_200)
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(opinions().size()).isBetween(500, 1_000);
        assertThat(shown).extracting(Shown::card).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("B3: outputs of all three models wait for Ada, flagged ones and notes among them")
    void outputsOfAllThreeModelsWaitForAda() {
        var newest = shown.stream()
                .filter(card -> card.clinician().equals(Staff.ADA) && card.opinion() == null)
                .filter(card -> card.at().isAfter(hospital.period().month(15)))
                .toList();

        assertThat(newest).hasSizeGreaterThanOrEqualTo(25);
        assertThat(newest)
                .extracting(card -> card.version().model())
                .contains(SepsisRisk.ID, PancreasImaging.ID, ClinicalReasoning.ID);
        assertThat(newest).anyMatch(card -> card.prediction().text() != null);
        assertThat(newest).anyMatch(card -> card.indicator() == Indicator.WARNING);
    }

    @Test
    @DisplayName("B11: some feedback is taken back, after it was given")
    void someIsTakenBack() {
        assertThat(opinions())
                .filteredOn(opinion -> opinion.takenBack() != null)
                .isNotEmpty()
                .allSatisfy(opinion -> assertThat(opinion.takenBack()).isAfter(opinion.at()));
    }

    @Test
    void oldWomenAreWhereVersionOneIsCalledWrong() {
        var ofOldWomen = wrong(card -> oldWoman(card.prediction()));
        var ofOthers = wrong(card -> !oldWoman(card.prediction()));

        assertThat(ofOldWomen).isGreaterThan(2 * ofOthers);
    }

    @Test
    void versionTwoDrawsNoGraveFindingButEnoughReading() {
        var ofTwo = shown.stream()
                .filter(card -> card.version().equals(SyntheticHospital.SEPSIS_2))
                .toList();

        assertThat(ofTwo).hasSizeGreaterThan(35);
        assertThat(ofTwo.stream().map(Shown::opinion).filter(Objects::nonNull))
                .noneMatch(opinion -> opinion.kind() == FeedbackKind.SAFETY_CONCERN
                        || opinion.reason() == OverrideReason.CLINICALLY_WRONG);
    }

    @Test
    void nobodySaysSomethingBeforeItWasShownOrAfterTheEnd() {
        assertThat(shown).filteredOn(card -> card.opinion() != null).allSatisfy(card -> {
            var opinion = Objects.requireNonNull(card.opinion());
            assertThat(opinion.at())
                    .isAfter(card.at())
                    .isBefore(hospital.period().end());
        });
    }

    @Test
    void whatTheySayIdentifiesNobody() {
        assertThat(opinions())
                .extracting(Opinion::comment)
                .filteredOn(Objects::nonNull)
                .isNotEmpty()
                .allSatisfy(comment -> assertThat(PhiScan.findings(Objects.requireNonNull(comment)))
                        .isEmpty());
    }

    @Test
    void whatTheModelWritesIdentifiesNobody() {
        assertThat(List.of(SyntheticHospital.NOTES_1, SyntheticHospital.NOTES_2))
                .flatExtracting(hospital::predictions)
                .allSatisfy(note -> assertThat(PhiScan.findings(String.valueOf(note.text())))
                        .isEmpty());
    }

    private List<Opinion> opinions() {
        return shown.stream().map(Shown::opinion).filter(Objects::nonNull).toList();
    }

    /** The share of answered cards of the first sepsis version that were overridden as clinically wrong. */
    private double wrong(Predicate<Shown> which) {
        return shown.stream()
                .filter(card -> card.version().equals(new ModelVersionId("sepsis-risk", 1)) && which.test(card))
                .map(Shown::opinion)
                .filter(Objects::nonNull)
                .mapToDouble(opinion -> opinion.reason() == OverrideReason.CLINICALLY_WRONG ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static boolean oldWoman(Prediction prediction) {
        var groups = prediction.subgroups();
        return "Female".equals(groups.get("sex")) && List.of("70-84", "85+").contains(groups.get("age_band"));
    }
}
