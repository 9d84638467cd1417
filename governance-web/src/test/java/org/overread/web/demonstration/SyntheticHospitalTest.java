package org.overread.web.demonstration;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.prediction.Outcome;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Question;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.monitoring.subgroup.Tier;
import org.overread.registry.ModelVersionId;

class SyntheticHospitalTest {
    private static final Instant TODAY = Instant.parse("2026-11-24T09:30:00Z");
    private static final ModelVersionId SEPSIS_1 = new ModelVersionId("sepsis-risk", 1);
    private static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis-risk", 2);
    private static final ModelVersionId PANCREAS_2 = new ModelVersionId("pancreas-imaging", 2);
    private static final ModelVersionId NOTES_1 = new ModelVersionId("clinical-reasoning", 1);
    private static final ModelVersionId NOTES_2 = new ModelVersionId("clinical-reasoning", 2);

    private final SyntheticHospital hospital = new SyntheticHospital(TODAY, 1);

    @Test
    void theSameDayGivesTheSameData() {
        var again = new SyntheticHospital(TODAY.plus(8, ChronoUnit.HOURS), 1);

        assertThat(List.of(SEPSIS_1, SEPSIS_2, PANCREAS_2, NOTES_1))
                .allSatisfy(version -> assertThat(again.predictions(version)).isEqualTo(hospital.predictions(version)));
        assertThat(again.outcomes("sepsis-risk")).isEqualTo(hospital.outcomes("sepsis-risk"));
    }

    @Test
    void eighteenMonthsEndWithYesterday() {
        assertThat(List.of(SEPSIS_1, PANCREAS_2, NOTES_2)).allSatisfy(version -> {
            var predictions = hospital.predictions(version);

            assertThat(predictions)
                    .isSortedAccordingTo((one, other) -> one.occurredAt().compareTo(other.occurredAt()));
            assertThat(predictions.getFirst().occurredAt())
                    .isBetween(Instant.parse("2025-05-24T00:00:00Z"), Instant.parse("2025-05-31T00:00:00Z"));
            assertThat(predictions.getLast().occurredAt())
                    .isBetween(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-23T23:59:59Z"));
        });
    }

    @Test
    void theScaleSaysHowMuchThereIs() {
        assertThat(hospital.predictions(SEPSIS_1)).hasSize(6_000);
        assertThat(hospital.predictions(NOTES_1)).hasSize(360);
        assertThat(new SyntheticHospital(TODAY, 0.1).predictions(SEPSIS_1)).hasSize(600);
    }

    @Test
    void theLastMonthHasNoOutcomesYet() {
        var known = hospital.outcomes("sepsis-risk").stream()
                .map(Outcome::predictionId)
                .toList();
        Predicate<Prediction> lastMonth =
                prediction -> prediction.occurredAt().isAfter(Instant.parse("2026-10-30T23:59:59Z"));

        assertThat(hospital.predictions(SEPSIS_1).stream().filter(lastMonth))
                .hasSizeGreaterThan(150)
                .noneMatch(prediction -> known.contains(prediction.predictionId()));
        assertThat(known.size()).isBetween(5_500, 5_800);
    }

    @Test
    void versionOneMissesSepsisInOldWomenAndVersionTwoDoesNot() {
        assertThat(sensitivityIn(SEPSIS_1, "70-84 × Female").high()).isLessThan(0.55);
        assertThat(sensitivityIn(SEPSIS_1, "70-84 × Male").low()).isGreaterThan(0.65);
        assertThat(sensitivityIn(SEPSIS_2, "70-84 × Female").low()).isGreaterThan(0.65);
    }

    @Test
    void versionTwoDiscriminatesWellEnoughInBothSexesAtOneSite() {
        var north = groups(SEPSIS_2, prediction -> "north".equals(prediction.site()));

        assertThat(north)
                .filteredOn(group -> group.attribute().equals("sex"))
                .hasSize(2)
                .allSatisfy(group -> {
                    assertThat(group.tier()).isEqualTo(Tier.FULL);
                    assertThat(group.get(Metric.SENSITIVITY).low()).isGreaterThan(0.62);
                    assertThat(group.get(Metric.AUROC).low()).isGreaterThan(0.72);
                });
    }

    @Test
    void smallGroupsOfRaceAreHidden() {
        assertThat(groups(SEPSIS_1, _ -> true))
                .filteredOn(group -> group.attribute().equals("race"))
                .anySatisfy(group -> {
                    assertThat(group.value()).isEqualTo("Native Hawaiian or Pacific Islander");
                    assertThat(group.tier()).isEqualTo(Tier.SUPPRESSED);
                })
                .anySatisfy(group -> assertThat(group.value()).isEqualTo("(missing)"));
    }

    @Test
    void lactateGoesMissingAfterTwelveMonthsInVersionOneOnly() {
        assertThat(missing(SEPSIS_1, "lactate", true)).isBetween(0.02, 0.08);
        assertThat(missing(SEPSIS_1, "lactate", false)).isBetween(0.42, 0.55);
        assertThat(missing(SEPSIS_2, "lactate", false)).isBetween(0.02, 0.08);
    }

    @Test
    void heartRateShiftsAfterTwelveMonthsInVersionOneOnly() {
        assertThat(meanHeartRate(SEPSIS_1, false) - meanHeartRate(SEPSIS_1, true))
                .isBetween(9.0, 13.0);
        assertThat(meanHeartRate(SEPSIS_2, false) - meanHeartRate(SEPSIS_2, true))
                .isBetween(-2.0, 2.0);
    }

    @Test
    void cancersAreRareSoThatNearlyAllScoresLieCloseToZero() {
        var scores =
                hospital.predictions(PANCREAS_2).stream().map(Prediction::score).toList();

        assertThat(scores.stream()
                        .filter(score -> score != null && score < 0.05)
                        .count())
                .isGreaterThan(5_200);
        assertThat(hospital.outcomes("pancreas-imaging").stream()
                        .filter(outcome -> outcome.outcome() == 1)
                        .count())
                .isBetween(50L, 160L);
    }

    @Test
    void generatedNotesSlipLessOftenInVersionTwo() {
        assertThat(slips(NOTES_1)).isGreaterThan(2 * slips(NOTES_2)).isPositive();
    }

    @Test
    void generatedNotesHoldNoFigureThatCouldIdentifyAnybody() {
        assertThat(hospital.predictions(NOTES_2)).allSatisfy(note -> {
            assertThat(note.text()).isNotBlank().doesNotContainPattern("\\d");
            assertThat(note.score()).isNull();
        });
    }

    private long slips(ModelVersionId version) {
        return hospital.predictions(version).stream()
                .filter(ClinicalReasoning::slips)
                .count();
    }

    private Estimate sensitivityIn(ModelVersionId version, String group) {
        return groups(version, _ -> true).stream()
                .filter(figures -> figures.value().equals(group))
                .findFirst()
                .orElseThrow()
                .get(Metric.SENSITIVITY);
    }

    private List<GroupFigures> groups(ModelVersionId version, Predicate<Prediction> which) {
        var outcomes =
                hospital.outcomes(version.model()).stream().collect(toMap(Outcome::predictionId, Outcome::outcome));
        var cohort = Cohort.builder();
        hospital.predictions(version).stream().filter(which).forEach(prediction -> {
            var score = prediction.score();
            if (score != null) {
                cohort.add(
                        score,
                        outcomes.get(prediction.predictionId()),
                        prediction.patientRef(),
                        prediction.subgroups());
            }
        });
        var question = new Question(SepsisRisk.THRESHOLD, List.of("sex", "age_band", "race"), true);
        return SmallCells.applyTo(Evaluation.of(cohort.build(), question)).subgroups();
    }

    private double missing(ModelVersionId version, String feature, boolean before) {
        return of(version, before).stream()
                .mapToDouble(prediction -> prediction.features().containsKey(feature) ? 0 : 1)
                .average()
                .orElseThrow();
    }

    private double meanHeartRate(ModelVersionId version, boolean before) {
        return of(version, before).stream()
                .mapToDouble(
                        prediction -> Double.parseDouble(prediction.features().get("heart_rate")))
                .average()
                .orElseThrow();
    }

    private List<Prediction> of(ModelVersionId version, boolean beforeTheDrift) {
        var drift = Instant.parse("2026-05-24T00:00:00Z");
        return hospital.predictions(version).stream()
                .filter(prediction -> prediction.occurredAt().isBefore(drift) == beforeTheDrift)
                .toList();
    }
}
