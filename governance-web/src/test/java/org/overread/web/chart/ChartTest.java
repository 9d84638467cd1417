package org.overread.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.details.Details;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.web.testing.BareView;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = BareView.class)
class ChartTest extends ViewTest {
    private static final String SENTENCE = "Sensitivity fell below its floor in March.";

    private final Drawing drawing = new Trend(
            "Sensitivity",
            "95 % interval",
            false,
            List.of(
                    new Trend.Point("2026-02-01", 0.71234567, 0.65, 0.77, 412L, "", false),
                    new Trend.Point("2026-03-01", null, null, null, null, "too few events", true)),
            List.of(new Trend.Level("Floor", 0.6)),
            List.of(new Trend.Mark("2026-02-14", "Version 2 live")));

    @Test
    @DisplayName("G7: a chart is an image whose name is the sentence that says what it shows")
    void saysInWordsWhatItShows() {
        var canvas = shown().getChildren()
                .map(part -> part.getElement())
                .filter(element -> element.getTag().equals("overread-chart"))
                .toList();

        assertThat(canvas).singleElement().satisfies(element -> {
            assertThat(element.getAttribute("role")).isEqualTo("img");
            assertThat(element.getAttribute("aria-label")).isEqualTo(SENTENCE);
            assertThat(element.getAttribute("kind")).isEqualTo("trend");
            assertThat(element.getAttribute("drawing"))
                    .contains("{\"at\":\"2026-03-01\",\"high\":null,\"low\":null,\"n\":null")
                    .contains("\"levels\":[{\"name\":\"Floor\",\"value\":0.6}]");
        });
    }

    @Test
    @DisplayName("G7: the numbers of a chart are also a table, and an unknown figure is an empty cell, not zero")
    void holdsTheSameNumbersAsATable() {
        var table = shown().getChildren()
                .filter(Details.class::isInstance)
                .map(Details.class::cast)
                .findFirst()
                .orElseThrow();

        table.setOpened(true);

        assertThat(table.getElement().getTextRecursively())
                .contains("0.712")
                .contains("412")
                .contains("too few events");
        assertThat(drawing.rows())
                .containsExactly(
                        List.of("2026-02-01", "0.71234567", "0.65", "0.77", "412", ""),
                        List.of("2026-03-01", "", "", "", "", "too few events"));
    }

    private Chart shown() {
        SignedIn.as(People.with(Role.MODEL_OWNER));
        navigate(BareView.class);
        var chart = new Chart(drawing, SENTENCE, "sensitivity.csv");
        find(BareView.class).single().add(chart);
        return chart;
    }
}
