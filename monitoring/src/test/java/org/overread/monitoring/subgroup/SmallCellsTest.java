package org.overread.monitoring.subgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.subgroup.TestCohort.aCohort;
import static org.overread.monitoring.subgroup.TestCohort.group;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Metric;

class SmallCellsTest {
    @Test
    void oneToTenPatientsAreFew() {
        assertThat(SmallCells.hides(0)).isFalse();
        assertThat(SmallCells.hides(1)).isTrue();
        assertThat(SmallCells.hides(10)).isTrue();
        assertThat(SmallCells.hides(11)).isFalse();
    }

    @Test
    void hidesNothingWhereNobodyIsFew() {
        var evaluation =
                aCohort().withMany("sex=Female", 100).withMany("sex=Male", 100).by("sex");

        assertThat(SmallCells.applyTo(evaluation)).isEqualTo(evaluation);
    }

    @Test
    @DisplayName("C3: a hidden cell cannot be worked out from totals")
    void hidesTheNextSmallestGroupTooAndShowsBothTogether() {
        var shown = aCohort()
                .withMany("sex=Female", 200)
                .withMany("sex=Male", 100)
                .with("", 1, 0, 0, 1)
                .shownBy("sex");

        assertThat(shown.subgroups())
                .extracting(GroupFigures::value)
                .containsExactly("Female", "Male", "(missing)", "Male or (missing)");
        assertThat(group(shown, "Female").disclosure()).isEqualTo(Disclosure.SHOWN);
        assertThat(group(shown, "Male")).isEqualTo(hidden("sex", "Male"));
        assertThat(group(shown, "(missing)")).isEqualTo(hidden("sex", "(missing)"));
        assertThat(group(shown, "Male or (missing)").n()).isEqualTo(402);
        assertThat(group(shown, "Male or (missing)").get(Metric.AUROC).defined())
                .isTrue();
    }

    @Test
    void theHiddenAndTheHiddenForItsSakeLookTheSame() {
        var shown = aCohort()
                .withMany("sex=Female", 200)
                .withMany("sex=Male", 100)
                .with("", 1, 0, 0, 1)
                .shownBy("sex");

        assertThat(group(shown, "Male").figures())
                .isEqualTo(group(shown, "(missing)").figures());
    }

    @Test
    void twoFewTogetherMustNotBeFew() {
        var shown = aCohort()
                .withMany("race=A", 200)
                .withMany("race=B", 100)
                .with("race=C", 1, 1, 1, 0)
                .with("race=D", 1, 1, 1, 1)
                .shownBy("race");

        assertThat(hiddenValues(shown)).containsExactly("B", "C", "D");
    }

    @Test
    void manyOfOneAreNotEnough() {
        // eleven hidden groups that are known to exist, of eleven predictions in all, have one each
        var cohort = aCohort().withMany("race=A", 200).withMany("race=B", 100);
        for (var i = 0; i < 11; i++) {
            cohort.withUnlabelled("race=C" + i, 1);
        }

        assertThat(hiddenValues(cohort.shownBy("race"))).contains("B").hasSize(12);
    }

    @Test
    void countsPatientsNotPredictions() {
        var shown = aCohort()
                .withMany("race=A", 200)
                .withMany("race=B", 100)
                .withOnePatient("race=C", 500, 1)
                .withOnePatient("race=C", 500, 0)
                .shownBy("race");

        assertThat(hiddenValues(shown)).containsExactly("B", "C");
    }

    @Test
    void fewEventsOrFewNonEventsHideAGroupToo() {
        var fewEvents = aCohort()
                .withMany("race=A", 200)
                .with("race=B", 100, 100, 100, 100)
                .with("race=C", 5, 300, 5, 300)
                .shownBy("race");
        var fewOfEither = aCohort()
                .withMany("race=A", 200)
                .with("race=B", 100, 100, 100, 100)
                .with("race=C", 5, 300, 5, 300)
                .with("race=D", 300, 5, 300, 5)
                .shownBy("race");

        assertThat(hiddenValues(fewEvents)).containsExactly("B", "C");
        // C and D hide each other: together they have 610 events and 610 non-events
        assertThat(hiddenValues(fewOfEither)).containsExactly("C", "D");
    }

    @Test
    void noneAtAllMayBeShown() {
        var shown =
                aCohort().withMany("race=A", 200).with("race=B", 0, 100, 0, 100).shownBy("race");

        assertThat(group(shown, "B").n()).isEqualTo(200);
        assertThat(group(shown, "B").events()).isZero();
    }

    @Test
    void hidesFiguresAtTheThresholdWhoseCellsAreSmall() {
        var shown = aCohort()
                .withMany("race=A", 200)
                .with("race=B", 4, 100, 200, 200)
                .with("race=C", 100, 90, 100, 100)
                .shownBy("race");

        assertThat(group(shown, "B").n()).isEqualTo(504);
        assertThat(group(shown, "B").get(Metric.AUROC).defined()).isTrue();
        assertThat(group(shown, "B").get(Metric.SENSITIVITY)).isEqualTo(Estimate.undefined(SmallCells.REASON));
        assertThat(group(shown, "B").get(Metric.FLAG_RATE)).isEqualTo(Estimate.undefined(SmallCells.REASON));
        assertThat(group(shown, "B").figures().confusion()).isNull();
        assertThat(group(shown, "C").get(Metric.SENSITIVITY)).isEqualTo(Estimate.undefined(SmallCells.REASON));
        assertThat(group(shown, "A").get(Metric.SENSITIVITY).defined()).isTrue();
    }

    @Test
    void takesTheNextSmallestOfAPairBeforeAWholeAttributeValue() {
        var shown = SmallCells.applyTo(aCohort()
                .withMany("sex=F race=A", 200)
                .withMany("sex=F race=B", 100)
                .withMany("sex=M race=A", 300)
                .with("sex=M race=B", 2, 2, 2, 2)
                .byPairs("race", "sex"));

        assertThat(hiddenValues(shown)).contains("B × M").doesNotContain("F", "M", "A", "B");
        // in a table of two by two every single cell gives the others away
        assertThat(hiddenValues(shown)).containsExactly("A × F", "A × M", "B × F", "B × M");
    }

    @Test
    void hidesAllWhereAllAreFew() {
        var shown =
                aCohort().with("sex=F", 2, 1, 1, 1).with("sex=M", 1, 1, 1, 1).shownBy("sex");

        assertThat(shown.rows()).isNull();
        assertThat(shown.labelled()).isNull();
        assertThat(shown.positives()).isNull();
        assertThat(shown.overall()).isEqualTo(hidden("overall", "all"));
        assertThat(hiddenValues(shown)).containsExactly("F", "M");
        assertThat(shown.disparities()).isEmpty();
    }

    @Test
    void comparesOnlyWhatIsShown() {
        var evaluation = aCohort()
                .withMany("sex=Female", 100)
                .withMany("sex=Male", 200)
                .with("", 1, 0, 0, 1)
                .by("sex");

        var shown = SmallCells.applyTo(evaluation);

        assertThat(evaluation.disparities()).extracting(Disparity::reference).containsOnly("Male");
        assertThat(shown.disparities()).extracting(Disparity::reference).containsOnly("Male");
        assertThat(shown.disparities()).extracting(Disparity::value).containsOnly("Female or (missing)");
    }

    @Test
    void appliedTwiceChangesNothing() {
        var once = aCohort()
                .withMany("sex=Female", 100)
                .withMany("sex=Male", 200)
                .with("", 1, 0, 0, 1)
                .shownBy("sex");

        assertThat(SmallCells.applyTo(once)).isEqualTo(once);
    }

    @Test
    void showsAllPartsWhereNoneIsSmall() {
        assertThat(SmallCells.shownParts(Map.of("accepted", 30L, "overridden", 11L, "late", 0L)))
                .isEqualTo(Map.of("accepted", 30L, "overridden", 11L, "late", 0L));
    }

    @Test
    @DisplayName("C3: a small part cannot be worked out from the whole and the other parts")
    void hidesTheNextSmallestPartToo() {
        assertThat(SmallCells.shownParts(Map.of("accepted", 40L, "ignored", 30L, "overridden", 3L, "late", 0L)))
                .isEqualTo(Map.of("accepted", 40L, "late", 0L));
        assertThat(SmallCells.shownParts(Map.of("accepted", 40L, "overridden", 1L, "ignored", 1L)))
                .isEqualTo(Map.of());
        assertThat(SmallCells.shownParts(Map.of("accepted", 40L, "overridden", 6L, "ignored", 7L)))
                .isEqualTo(Map.of("accepted", 40L));
    }

    private static List<String> hiddenValues(Evaluation evaluation) {
        return evaluation.subgroups().stream()
                .filter(group -> group.n() == null)
                .map(GroupFigures::value)
                .toList();
    }

    private static GroupFigures hidden(String attribute, String value) {
        return new GroupFigures(
                attribute,
                value,
                null,
                null,
                null,
                Tier.SUPPRESSED,
                Disclosure.HIDDEN,
                Figures.withheld(SmallCells.REASON));
    }
}
