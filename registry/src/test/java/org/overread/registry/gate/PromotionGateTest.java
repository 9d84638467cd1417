package org.overread.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.ENOUGH_PREDICTIONS;
import static org.overread.registry.gate.GateFixtures.FAIR_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.FEW_OVERRIDES;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;
import static org.overread.registry.gate.GateFixtures.estimate;
import static org.overread.registry.gate.GateFixtures.evidence;
import static org.overread.registry.gate.GateFixtures.figure;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.gate.GateFixtures.group;
import static org.overread.registry.gate.GateFixtures.policyOf;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.gate.Criterion.Direction;
import org.overread.registry.gate.CriterionVerdict.Met;
import org.overread.registry.gate.CriterionVerdict.NotMet;
import org.overread.registry.gate.CriterionVerdict.Undetermined;
import org.overread.registry.gate.Figure.Tier;

class PromotionGateTest {
    private static CriterionVerdict verdict(Criterion criterion, Figure... figures) {
        return PromotionGate.decide(policyOf(criterion), evidence(figures))
                .criteria()
                .getFirst();
    }

    private static Figure counted(GateMetric metric, long count) {
        return Figure.counted(metric, count);
    }

    @Nested
    class TheWholeGate {
        @Test
        void opensWhenEveryCriterionIsMet() {
            var policy = policyOf(
                    ENOUGH_PREDICTIONS, GOOD_SENSITIVITY, FAIR_SENSITIVITY, FEW_OVERRIDES, NOTHING_SEVERE_OPEN);

            var verdict = PromotionGate.decide(policy, goodEvidence());

            assertThat(verdict.open()).isTrue();
            assertThat(verdict.obstacles()).isEmpty();
            assertThat(verdict.summary()).isEqualTo("5 of 5 criteria met");
        }

        @Test
        @DisplayName("D4: a policy without criteria opens nothing")
        void staysShutWithoutCriteria() {
            assertThat(PromotionGate.decide(policyOf(), goodEvidence()).open()).isFalse();
        }

        @Test
        @DisplayName("D4: no evidence opens nothing")
        void staysShutWithoutFigures() {
            var verdict = PromotionGate.decide(policyOf(GOOD_SENSITIVITY, NOTHING_SEVERE_OPEN), evidence());

            assertThat(verdict.open()).isFalse();
            assertThat(verdict.obstacles()).hasSize(2).allMatch(Undetermined.class::isInstance);
        }

        @Test
        void reportsEveryObstacleNotOnlyTheFirst() {
            var verdict = PromotionGate.decide(
                    policyOf(ENOUGH_PREDICTIONS, GOOD_SENSITIVITY, FEW_OVERRIDES, NOTHING_SEVERE_OPEN),
                    evidence(
                            counted(GateMetric.PREDICTIONS, 5000),
                            estimate(GateMetric.SENSITIVITY, 0.5, 0.4, 0.6),
                            counted(GateMetric.UNANSWERED_SEVERE, 2)));

            assertThat(verdict.obstacles())
                    .extracting(obstacle -> obstacle.criterion().key())
                    .containsExactly("sensitivity", "override-rate", "unanswered-severe");
            assertThat(verdict.summary()).isEqualTo("1 of 4 criteria met, 2 not met, 1 undetermined");
        }

        @Test
        void keepsThePolicysOrder() {
            var policy = policyOf(NOTHING_SEVERE_OPEN, GOOD_SENSITIVITY, ENOUGH_PREDICTIONS);

            assertThat(PromotionGate.decide(policy, goodEvidence()).criteria())
                    .extracting(CriterionVerdict::criterion)
                    .containsExactly(NOTHING_SEVERE_OPEN, GOOD_SENSITIVITY, ENOUGH_PREDICTIONS);
        }

        @Test
        @DisplayName("D3: one unanswered severe finding blocks although all statistics pass; answering it unblocks")
        void oneUnansweredSevereFindingBlocks() {
            var policy = policyOf(GOOD_SENSITIVITY, NOTHING_SEVERE_OPEN);
            var goodSensitivity = estimate(GateMetric.SENSITIVITY, 0.95, 0.93, 0.97);

            var unanswered =
                    PromotionGate.decide(policy, evidence(goodSensitivity, counted(GateMetric.UNANSWERED_SEVERE, 1)));
            var answered =
                    PromotionGate.decide(policy, evidence(goodSensitivity, counted(GateMetric.UNANSWERED_SEVERE, 0)));

            assertThat(unanswered.open()).isFalse();
            assertThat(unanswered.obstacles())
                    .extracting(CriterionVerdict::reason)
                    .containsExactly("1 is not at most 0");
            assertThat(answered.open()).isTrue();
        }
    }

    @Nested
    @DisplayName("D2: a counted figure")
    class CountedFigure {
        @ParameterizedTest(name = "{0} predictions of at least 1,000")
        @CsvSource({"999, false", "1000, true", "1001, true"})
        @DisplayName("D2: one under blocks, equal passes")
        void atLeast(long count, boolean met) {
            assertThat(verdict(ENOUGH_PREDICTIONS, counted(GateMetric.PREDICTIONS, count)) instanceof Met)
                    .isEqualTo(met);
        }

        @ParameterizedTest(name = "{0} of at most 3")
        @CsvSource({"2, true", "3, true", "4, false"})
        @DisplayName("D2: equal passes, one over blocks")
        void atMost(long count, boolean met) {
            var criterion = new Criterion("severe", GateMetric.UNANSWERED_SEVERE, null, Direction.AT_MOST, 3);

            assertThat(verdict(criterion, counted(GateMetric.UNANSWERED_SEVERE, count)) instanceof Met)
                    .isEqualTo(met);
        }

        @ParameterizedTest
        @EnumSource(
                value = Tier.class,
                names = {"FULL", "LOW_PRECISION", "INSUFFICIENT"})
        void isJudgedAtAnyTierThatMayBeShown(Tier tier) {
            var figure = figure(GateMetric.PREDICTIONS, null, null, 1000.0, null, null, tier, null);

            assertThat(verdict(ENOUGH_PREDICTIONS, figure)).isInstanceOf(Met.class);
        }

        @Test
        void saysWhatDecided() {
            assertThat(verdict(ENOUGH_PREDICTIONS, counted(GateMetric.PREDICTIONS, 999))
                            .reason())
                    .isEqualTo("999 is not at least 1,000");
        }
    }

    @Nested
    class EstimatedFigure {
        @ParameterizedTest(name = "lower bound {0}")
        @CsvSource({"0.5999999, false", "0.60, true", "0.6000001, true"})
        @DisplayName("D2: at least: the lower bound decides, equal passes")
        void atLeastLooksAtTheLowerBound(double low, boolean met) {
            assertThat(verdict(GOOD_SENSITIVITY, estimate(GateMetric.SENSITIVITY, 0.8, low, 0.9)) instanceof Met)
                    .isEqualTo(met);
        }

        @ParameterizedTest(name = "upper bound {0}")
        @CsvSource({"0.2999999, true", "0.30, true", "0.3000001, false"})
        @DisplayName("D2: at most: the upper bound decides, equal passes")
        void atMostLooksAtTheUpperBound(double high, boolean met) {
            assertThat(verdict(FEW_OVERRIDES, estimate(GateMetric.OVERRIDE_RATE, 0.1, 0.05, high)) instanceof Met)
                    .isEqualTo(met);
        }

        @Test
        void aGoodPointEstimateDoesNotHelpABadBound() {
            var verdict = verdict(GOOD_SENSITIVITY, estimate(GateMetric.SENSITIVITY, 0.78, 0.55, 0.93));

            assertThat(verdict).isInstanceOf(NotMet.class);
            assertThat(verdict.reason())
                    .isEqualTo("0.780 (0.550–0.930), n = 412 events; lower bound 0.550 is not at least 0.60");
        }

        @Test
        void aFailingBoundNeverReadsAsIfItPassed() {
            var verdict = verdict(GOOD_SENSITIVITY, estimate(GateMetric.SENSITIVITY, 0.78, 0.5999999, 0.93));

            assertThat(verdict.reason()).endsWith("lower bound 0.5999999 is not at least 0.60");
        }

        @ParameterizedTest
        @EnumSource(
                value = Tier.class,
                names = {"LOW_PRECISION", "INSUFFICIENT"})
        @DisplayName("D14: statistics on too few cases are undetermined, however good they look")
        void tooFewCasesAreUndetermined(Tier tier) {
            var figure = figure(GateMetric.SENSITIVITY, null, null, 0.99, 0.98, 1.0, tier, null);

            var verdict = verdict(GOOD_SENSITIVITY, figure);

            assertThat(verdict).isInstanceOf(Undetermined.class);
            assertThat(verdict.reason())
                    .isEqualTo(
                            "too few cases for a verdict: 41 events and 735 others; at least 100 of each are needed");
        }

        @ParameterizedTest
        @EnumSource(
                value = Tier.class,
                names = {"LOW_PRECISION", "INSUFFICIENT"})
        void theWidthOfItsIntervalSpeaksForARateOfFeedback(Tier tier) {
            var rare = figure(GateMetric.OVERRIDE_RATE, null, null, 0.02, 0.01, 0.04, tier, null);

            assertThat(verdict(FEW_OVERRIDES, rare)).isInstanceOf(Met.class);
        }

        @Test
        @DisplayName("D14: an estimate without an interval is undetermined")
        void noIntervalIsUndetermined() {
            var figure = figure(GateMetric.SENSITIVITY, null, null, 0.99, null, null, Tier.FULL, null);

            var verdict = verdict(GOOD_SENSITIVITY, figure);

            assertThat(verdict).isInstanceOf(Undetermined.class);
            assertThat(verdict.reason()).isEqualTo("Sensitivity has no confidence interval to judge by");
        }

        @Test
        @DisplayName("D14: the bound on the other side does not decide")
        void theOtherBoundAloneIsUndetermined() {
            var onlyHigh = figure(GateMetric.SENSITIVITY, null, null, 0.99, null, 1.0, Tier.FULL, null);
            var onlyLow = figure(GateMetric.OVERRIDE_RATE, null, null, 0.01, 0.0, null, Tier.FULL, null);

            assertThat(verdict(GOOD_SENSITIVITY, onlyHigh)).isInstanceOf(Undetermined.class);
            assertThat(verdict(FEW_OVERRIDES, onlyLow)).isInstanceOf(Undetermined.class);
        }
    }

    @Nested
    class MissingFigure {
        @Test
        @DisplayName("D2: missing is undetermined")
        void noFigureAtAll() {
            var verdict = verdict(NOTHING_SEVERE_OPEN, counted(GateMetric.PREDICTIONS, 0));

            assertThat(verdict).isInstanceOf(Undetermined.class);
            assertThat(verdict.readings()).isEmpty();
            assertThat(verdict.reason()).isEqualTo("there is no such figure");
        }

        @Test
        @DisplayName("D14: a figure that could not be computed keeps its reason")
        void aFigureWithoutAValue() {
            var verdict =
                    verdict(NOTHING_SEVERE_OPEN, Figure.missing(GateMetric.UNANSWERED_SEVERE, "not measured yet"));

            assertThat(verdict).isInstanceOf(Undetermined.class);
            assertThat(verdict.reason()).isEqualTo("not measured yet");
        }

        @Test
        void aFullFigureWithoutAValueOrReason() {
            var figure = figure(GateMetric.UNANSWERED_SEVERE, null, null, null, null, null, Tier.FULL, null);

            assertThat(verdict(NOTHING_SEVERE_OPEN, figure).reason()).isEqualTo("there is no figure");
        }

        @Test
        void aBoundWithoutAValueDoesNotDecide() {
            var figure = figure(GateMetric.SENSITIVITY, null, null, null, 0.9, 1.0, Tier.FULL, null);

            assertThat(verdict(GOOD_SENSITIVITY, figure)).isInstanceOf(Undetermined.class);
        }

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        @DisplayName("D14: what is not a number is undetermined, on either side of a limit")
        void notANumber(double value) {
            var severe = figure(GateMetric.UNANSWERED_SEVERE, null, null, value, null, null, Tier.FULL, null);

            assertThat(verdict(NOTHING_SEVERE_OPEN, severe)).isInstanceOf(Undetermined.class);
            assertThat(verdict(GOOD_SENSITIVITY, estimate(GateMetric.SENSITIVITY, 0.9, value, value)))
                    .isInstanceOf(Undetermined.class);
            assertThat(verdict(FEW_OVERRIDES, estimate(GateMetric.OVERRIDE_RATE, 0.1, value, value)))
                    .isInstanceOf(Undetermined.class);
        }

        @Test
        @DisplayName("D14: a hidden figure is undetermined and stays hidden, counts too")
        void aSuppressedFigure() {
            var hidden = figure(GateMetric.PREDICTIONS, null, null, 7777.0, null, null, Tier.SUPPRESSED, "7777 people");

            var verdict = verdict(ENOUGH_PREDICTIONS, hidden);

            assertThat(verdict).isInstanceOf(Undetermined.class);
            assertThat(verdict.reason()).isEqualTo("hidden, because so few people could be recognised");
        }
    }

    @Nested
    class EveryGroupOfAnAttribute {
        @Test
        void isMetWhenEveryGroupKeepsIt() {
            var verdict = verdict(FAIR_SENSITIVITY, group("Female", 0.7, 0.65, 0.8), group("Male", 0.7, 0.60, 0.8));

            assertThat(verdict).isInstanceOf(Met.class);
            assertThat(verdict.reason())
                    .isEqualTo("all 2 groups; nearest: Male: 0.700 (0.600–0.800), n = 412 events;"
                            + " lower bound 0.600 is at least 0.60");
        }

        @Test
        void isNotMetWhenOneGroupBreaksIt() {
            var verdict = verdict(FAIR_SENSITIVITY, group("Female", 0.7, 0.59, 0.8), group("Male", 0.7, 0.65, 0.8));

            assertThat(verdict).isInstanceOf(NotMet.class);
            assertThat(verdict.reason()).startsWith("Female: ").doesNotContain("Male");
        }

        @Test
        @DisplayName("D14: one small group leaves the criterion undetermined")
        void isUndeterminedWhenOneGroupCannotTell() {
            var verdict = verdict(
                    FAIR_SENSITIVITY,
                    group("Female", 0.7, 0.65, 0.8),
                    group("Male", 0.9, 0.85, 0.95, Tier.LOW_PRECISION));

            assertThat(verdict).isInstanceOf(Undetermined.class);
            assertThat(verdict.reason())
                    .isEqualTo(
                            "Male: too few cases for a verdict: 41 events and 735 others; at least 100 of each are needed");
        }

        @Test
        void aBrokenGroupOutweighsOneThatCannotTellAndBothAreNamed() {
            var verdict = verdict(
                    FAIR_SENSITIVITY,
                    group("Unknown", 0.9, 0.85, 0.95, Tier.SUPPRESSED),
                    group("Male", 0.7, 0.59, 0.8));

            assertThat(verdict).isInstanceOf(NotMet.class);
            assertThat(verdict.reason()).startsWith("Male: ").contains(" · Unknown: hidden");
        }

        @Test
        @DisplayName("D14: no groups at all are undetermined")
        void isUndeterminedWithoutGroups() {
            var verdict = verdict(FAIR_SENSITIVITY, estimate(GateMetric.SENSITIVITY, 0.9, 0.85, 0.95));

            assertThat(verdict).isInstanceOf(Undetermined.class);
            assertThat(verdict.reason()).isEqualTo("there are no groups of sex");
        }

        @Test
        void groupsOfAnotherAttributeDoNotCount() {
            var race = figure(GateMetric.SENSITIVITY, "race", "Black", 0.9, 0.85, 0.95, Tier.FULL, null);

            assertThat(verdict(FAIR_SENSITIVITY, race)).isInstanceOf(Undetermined.class);
        }

        @Test
        void aBadGroupDoesNotTouchTheCriterionOnAllCases() {
            var verdict = verdict(
                    GOOD_SENSITIVITY,
                    estimate(GateMetric.SENSITIVITY, 0.9, 0.85, 0.95),
                    group("Female", 0.1, 0.05, 0.2));

            assertThat(verdict).isInstanceOf(Met.class);
        }
    }
}
