package org.overread.web.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.FAIR_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;
import static org.overread.registry.gate.GateFixtures.evidence;
import static org.overread.registry.gate.GateFixtures.group;
import static org.overread.registry.gate.GateFixtures.policyOf;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.PromotionGate;
import org.overread.web.shell.IntervalBar;
import org.overread.web.shell.Tag;
import org.overread.web.testing.Inside;

class ChecklistTest {
    @Test
    @DisplayName(
            "D14: undetermined looks like neither of the other verdicts: another word, another sign, another style")
    void undeterminedLooksDifferent() {
        var met = tag(GOOD_SENSITIVITY, sensitivity(0.78, 0.74, 0.82));
        var notMet = tag(GOOD_SENSITIVITY, sensitivity(0.62, 0.58, 0.66));
        var undetermined = tag(GOOD_SENSITIVITY, Figure.missing(GateMetric.SENSITIVITY, "no outcomes yet"));

        assertThat(Stream.of(met, notMet, undetermined).map(Tag::getElement).map(tag -> tag.getTextRecursively()))
                .containsExactly("Met", "Not met", "Undetermined");
        assertThat(Stream.of(met, notMet, undetermined).map(ChecklistTest::sign))
                .doesNotHaveDuplicates();
        assertThat(Stream.of(met, notMet, undetermined).map(Tag::getClassName)).doesNotHaveDuplicates();
    }

    @Test
    void saysFigureIntervalCasesAndLimit() {
        assertThat(words(checklist(List.of(GOOD_SENSITIVITY), sensitivity(0.78, 0.74, 0.82))))
                .contains(
                        "1 of 1 criteria met.",
                        "Sensitivity at least 0.60, by the lower 95 % bound",
                        "0.780 (0.740–0.820), n = 412 events; lower bound 0.740 is at least 0.60.");
    }

    @Test
    @DisplayName("A6: sentence and drawing tell one bound alike, and neither as if what fails passed")
    void tellsABoundNearTheLimitAlike() {
        var near = checklist(List.of(GOOD_SENSITIVITY), sensitivity(0.78, 0.5997, 0.82));

        assertThat(words(near)).contains("0.7800 (0.5997–0.8200)", "lower bound 0.5997 is not at least 0.60");
        assertThat(Inside.all(near, IntervalBar.class))
                .extracting(bar -> bar.getElement().getAttribute("aria-label"))
                .containsExactly("0.7800 (0.5997–0.8200)");
    }

    @Test
    void comparesAnEstimateWithItsLimitAndDrawsNothingForACount() {
        var both = checklist(
                List.of(GOOD_SENSITIVITY, NOTHING_SEVERE_OPEN),
                sensitivity(0.78, 0.74, 0.82),
                Figure.counted(GateMetric.UNANSWERED_SEVERE, 0));

        assertThat(Inside.all(both, IntervalBar.class)).hasSize(1);
    }

    @Test
    void unfoldsTheGroupsOfACriterionThatIsNotMet() {
        var groups = Inside.all(
                        checklist(
                                List.of(FAIR_SENSITIVITY),
                                group("Female", 0.62, 0.55, 0.69),
                                group("Male", 0.8, 0.75, 0.85)),
                        Details.class)
                .getFirst();

        assertThat(groups.isOpened()).isTrue();
        assertThat(words(groups)).contains("Female", "0.620 (0.550–0.690)", "Male", "0.800 (0.750–0.850)");
    }

    @Test
    void keepsTheGroupsFoldedWhenAllKeepTheLimit() {
        var groups = Inside.all(checklist(List.of(FAIR_SENSITIVITY), group("Male", 0.8, 0.75, 0.85)), Details.class);

        assertThat(groups).singleElement().returns(false, Details::isOpened);
    }

    @Test
    @DisplayName("B12: of a group that is too small neither figure nor number of cases is shown")
    void hidesWhatIsTooSmall() {
        var words = words(checklist(
                List.of(FAIR_SENSITIVITY),
                group("Male", 0.8, 0.75, 0.85),
                group("Unknown", 0.5, 0.1, 0.9, Figure.Tier.SUPPRESSED)));

        assertThat(words).contains("hidden: too few").doesNotContain("0.500", "0.100", ">4<", "n = 4)");
    }

    @Test
    void leadsToTheTabThatTheFigureComesFrom() {
        var links = Inside.all(
                checklist(
                        List.of(GOOD_SENSITIVITY, FAIR_SENSITIVITY, NOTHING_SEVERE_OPEN),
                        sensitivity(0.78, 0.74, 0.82),
                        group("Male", 0.8, 0.75, 0.85),
                        Figure.counted(GateMetric.UNANSWERED_SEVERE, 0)),
                Anchor.class);

        assertThat(links)
                .extracting(Anchor::getHref)
                .containsExactly(
                        "models/sepsis/versions/2?tab=performance",
                        "models/sepsis/versions/2?tab=subgroups",
                        "models/sepsis/versions/2?tab=feedback");
    }

    private static Figure sensitivity(double value, double low, double high) {
        return GateFixtures.estimate(GateMetric.SENSITIVITY, value, low, high);
    }

    private static Checklist checklist(List<Criterion> criteria, Figure... figures) {
        var verdict = PromotionGate.decide(policyOf(criteria.toArray(Criterion[]::new)), evidence(figures));
        return new Checklist(verdict, criterion -> Sources.live(GateFixtures.SEPSIS_2, criterion));
    }

    private static Tag tag(Criterion criterion, Figure figure) {
        return Inside.all(checklist(List.of(criterion), figure), Tag.class).getFirst();
    }

    private static String sign(Tag tag) {
        return tag.getElement().getChild(0).getAttribute("icon");
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
