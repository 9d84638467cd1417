package org.overread.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.web.shell.Slider;
import org.overread.web.testing.BareView;
import org.overread.web.testing.People;

@ViewPackages(classes = BareView.class)
class PerformanceTabTest extends TabTest {
    @Test
    void saysEachFigureInNumbersAndInWords() {
        open(tab(Figured.bySex()), Map.of());

        assertThat(rows("Over all thresholds").getFirst())
                .matches("AUROC \\|  \\| 0\\.\\d{3} \\(0\\.\\d{3}–0\\.\\d{3}\\) \\| In \\d\\d of 100 pairs, .*");
        assertThat(rows("Flagged at or over 0.150")).element(4).asString().startsWith("Flag rate");
        assertThat(rows("Calibration").getFirst()).startsWith("Observed / expected");
    }

    @Test
    void beginsWithOneLineOfTruth() {
        open(tab(Figured.bySex()), Map.of());

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anySatisfy(words -> assertThat(words)
                        .matches("1,250 predictions, 100 % with outcome; AUROC 0\\.\\d+ \\(.*\\);"
                                + " observed/expected 0\\.\\d\\d\\."));
    }

    @Test
    void recomputesWhenTheThresholdMoves() {
        var figured = Figured.bySex();
        open(tab(figured), Map.of());

        find(NumberField.class).single().setValue(0.5);

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("At the threshold 0.500");
        assertThat(figured.asked).hasSize(2);
    }

    @Test
    @DisplayName("C2: the slider follows the number")
    void theSliderFollowsTheNumber() {
        open(tab(Figured.bySex()), Map.of("threshold", "0.3"));

        assertThat(find(Slider.class).single().getValue()).isEqualTo(0.3);
        find(NumberField.class).single().setValue(0.5);

        assertThat(find(Slider.class).single().getValue()).isEqualTo(0.5);
    }

    @Test
    void isOpenOnlyToThoseWhoMayReadFigures() {
        var tab = tab(Figured.bySex());

        assertThat(tab.openTo(page(Map.of(), People.with(Role.TECHNICAL_REVIEWER))))
                .isTrue();
        assertThat(tab.openTo(page(Map.of(), People.with(Role.CLINICIAN)))).isFalse();
    }

    private PerformanceTab tab(Figured figured) {
        var tab = new PerformanceTab();
        tab.performance = figured;
        tab.offering = offering(figured);
        tab.overTime = overTime(new Followed().with("2026-01-01", 0.71, 0.65, 0.77, 400, 400));
        return tab;
    }
}
