package org.overread.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;
import org.overread.web.shell.IntervalBar;
import org.overread.web.testing.BareView;

@ViewPackages(classes = BareView.class)
class SubgroupsTabTest extends TabTest {
    @Test
    void saysWhatWillAppearHereWhileThereIsNothing() {
        open(tab(Figured.empty()), Map.of());

        assertThat(sentences()).contains("No subgroups yet.");

        open(tab(Figured.empty("sex")), Map.of());

        assertThat(sentences()).contains("No predictions here yet.");
    }

    @Test
    @DisplayName("C3: every group has a row with its interval, n and events, on one scale with the line of the whole")
    void drawsEveryGroup() {
        open(tab(Figured.bySex()), Map.of("by", "sex", "metric", "auroc"));

        assertThat(rows("All predictions").getFirst()).startsWith("all |  | 0.").endsWith(" | 1,250 | 312");
        assertThat(rows("Sex"))
                .element(0)
                .asString()
                .startsWith("Female |  | 0.")
                .endsWith(" | 600 | 150");
        assertThat(find(IntervalBar.class).all())
                .hasSize(3)
                .allSatisfy(bar -> assertThat(bar.getChildren().anyMatch(part -> part.hasClassName("reference")))
                        .isTrue());
    }

    @Test
    @DisplayName("C3: a hidden group is listed with the reason and without any number, in the table and the file, too")
    void keepsSmallGroupsHidden() {
        var figured = Figured.bySex();
        var shown = figured.of(actor(Scope.EVERYWHERE), SEPSIS_1, PerformanceQuestion.by(List.of("sex"), false));

        open(tab(figured), Map.of("by", "sex", "metric", "auroc"));
        find(Details.class).single().setOpened(true);

        assertThat(rows("Sex"))
                .filteredOn(row -> row.startsWith("OtherHidden"))
                .singleElement()
                .asString()
                .isEqualTo("OtherHidden" + SmallCells.REASON + " |  | – | – | – | –");
        assertThat(rows("All figures by group, with 95 % intervals"))
                .filteredOn(row -> row.startsWith("Other |"))
                .singleElement()
                .asString()
                .doesNotContainPattern("[0-9]");
        assertThat(FiguresCsv.of(shown, List.of(Metric.AUROC))
                        .toString()
                        .lines()
                        .filter(line -> line.contains("Other,")))
                .containsExactly("sex,Other,,,SUPPRESSED,0.15,auroc,,,,,,\"" + SmallCells.REASON + "\"");
    }

    @Test
    void listsAGroupWithTooFewEventsWithoutAnEstimate() {
        open(tab(Figured.bySex()), Map.of("by", "sex", "metric", "auroc"));

        assertThat(rows("Sex"))
                .filteredOn(row -> row.contains("Too few to estimate"))
                .allSatisfy(row -> assertThat(row).contains(" |  | – | "));
    }

    @Test
    void answersWhatTheAddressAsks() {
        var figured = Figured.bySex();

        open(
                tab(figured),
                Map.of(
                        "by",
                        "age_band,nothing",
                        "pairs",
                        "true",
                        "threshold",
                        "0.3",
                        "from",
                        "2026-01-01",
                        "to",
                        "2026-01-31",
                        "site",
                        "north",
                        "metric",
                        "nonsense"));

        assertThat(figured.last())
                .isEqualTo(new PerformanceQuestion(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-02-01T00:00:00Z"),
                        List.of("age_band"),
                        true,
                        0.3,
                        "north"));
        assertThat(metric().getValue()).isEqualTo(Metric.SENSITIVITY);
    }

    @Test
    void splitsByAllAttributesAtTheDeclaredThresholdWhenTheAddressSaysNothing() {
        var figured = Figured.bySex();

        open(tab(figured), Map.of());

        assertThat(figured.last()).isEqualTo(PerformanceQuestion.by(List.of("sex", "age_band"), false));
        assertThat(find(NumberField.class).single().getValue()).isEqualTo(0.15);
    }

    @Test
    void recomputesWithEveryChoice() {
        var figured = Figured.bySex();
        open(tab(figured), Map.of("by", "sex"));

        find(NumberField.class).single().setValue(0.4);
        find(Checkbox.class).single().setValue(true);
        test(metric()).selectItem("AUROC");

        assertThat(figured.last()).isEqualTo(new PerformanceQuestion(null, null, List.of("sex"), true, 0.4, null));
        assertThat(find(NativeTable.class).all()).isNotEmpty();
        assertThat(sentences()).anySatisfy(words -> assertThat(words).startsWith("Bars are 95 % intervals"));
    }

    @Test
    void tellsBesideTheFieldWhatCannotBeAnsweredAndKeepsTheFigures() {
        open(tab(Figured.bySex()), Map.of("by", "sex"));

        find(NumberField.class).single().setValue(1.5);

        assertThat(find(NumberField.class).single().getErrorMessage()).isEqualTo("Threshold must be from 0 to 1.");
        assertThat(rows("Sex")).isNotEmpty();
    }

    @Test
    void asksForTheirSiteWhenSomebodyIsLimitedToOne() {
        var figured = Figured.bySex();
        var limited = actor(new Scope(null, null, "south"));

        tab(figured).show(page(Map.of(), limited));

        assertThat(figured.last()).returns("south", PerformanceQuestion::site);
    }

    @Test
    void handsTheFiguresOutAsAFile() {
        open(tab(Figured.bySex()), Map.of("by", "sex"));

        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getText)
                .containsExactly("Download these figures (CSV)");
    }

    @SuppressWarnings("unchecked")
    private Select<Metric> metric() {
        return (Select<Metric>) find(Select.class).all().getFirst();
    }

    private List<String> sentences() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private static Actor.Person actor(Scope scope) {
        return Actors.within(scope, "sam", Role.MODEL_OWNER);
    }

    private SubgroupsTab tab(Figured figured) {
        var tab = new SubgroupsTab();
        tab.performance = figured;
        tab.offering = offering(figured);
        return tab;
    }
}
