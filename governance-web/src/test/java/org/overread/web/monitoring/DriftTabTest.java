package org.overread.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.web.monitoring.Drifted.categories;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.web.chart.Chart;
import org.overread.web.chart.Overlay;
import org.overread.web.testing.BareView;
import org.overread.web.testing.People;

@ViewPackages(classes = BareView.class)
class DriftTabTest extends TabTest {
    private final Drifted drifted = new Drifted()
            .with("insulin", categories(800, 200, 0), categories(790, 210, 0))
            .with("specialty", categories(500, 500, 0), categories(200, 200, 600));

    @Test
    @DisplayName("C1, C8: the first line names the columns that moved, the furthest first, and each says what it means")
    void namesWhatMoved() {
        open(tab(drifted), Map.of());

        assertThat(find(H2.class).all())
                .extracting(H2::getText)
                .containsExactly("1 of 2 columns have moved: specialty");
        assertThat(find(Details.class).all())
                .extracting(Details::getSummaryText)
                .startsWith("specialty");
        assertThat(page()).contains("Moved for 2 months").contains("60 %").contains("Has not moved");
    }

    @Test
    @DisplayName("C1: an opened column draws both windows over each other, missing values among them")
    void drawsBothWindows() {
        open(tab(drifted), Map.of());

        find(Details.class).all().getFirst().setOpened(true);

        var drawing = (Overlay) find(Chart.class).single().drawing();
        assertThat(drawing.bins()).contains(new Overlay.Bin("Up", 0.5, 0.2), new Overlay.Bin("(missing)", 0.0, 0.6));
        assertThat(rows("The whole time beside the reference window"))
                .anySatisfy(row -> assertThat(row).startsWith("PSI with missing |"));
    }

    @Test
    @DisplayName("C3: bins of fewer than 11 are shown together with another, so that none can be worked out")
    void showsFewTogether() {
        var few = new Drifted()
                .with(
                        "route",
                        new org.overread.monitoring.profile.CategoricalDistribution(
                                new java.util.TreeMap<>(Map.of("a", 400L, "b", 300L, "c", 300L)), 0),
                        new org.overread.monitoring.profile.CategoricalDistribution(
                                new java.util.TreeMap<>(Map.of("a", 700L, "b", 290L, "c", 4L)), 0));
        open(tab(few), Map.of());

        find(Details.class).all().getFirst().setOpened(true);

        assertThat(((Overlay) find(Chart.class).single().drawing()).bins())
                .extracting(Overlay.Bin::label)
                .containsExactly("a", OverlaidBins.FEW);
    }

    @Test
    @DisplayName("C8: a column of which too little is known is not called unmoved")
    void doesNotCallUnmovedWhatItCannotJudge() {
        open(tab(new Drifted().with("weight", categories(100, 50, 5_000), categories(50, 65, 5_000))), Map.of());

        assertThat(page())
                .contains("weight cannot be judged (too few: 115 values in the current window")
                .contains("Cannot be said")
                .doesNotContain("Has not moved");
    }

    @Test
    @DisplayName("C1: the windows are as the address says, in whole UTC days")
    void comparesTheWindowsOfTheAddress() {
        open(tab(drifted), Map.of("referenceTo", "2026-01-31", "from", "2026-02-01", "to", "2026-03-31"));

        assertThat(drifted.asked).singleElement().satisfies(question -> {
            assertThat(question.referenceTo()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
            assertThat(question.to()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        });
    }

    @Test
    @DisplayName("C1: without predictions it says how they come here")
    void saysHowPredictionsComeHere() {
        open(tab(new Drifted()), Map.of());

        assertThat(page()).contains("No predictions here yet.");
    }

    @Test
    void isOpenOnlyToThoseWhoMayReadFigures() {
        assertThat(tab(drifted).openTo(page(Map.of(), People.with(Role.CLINICIAN))))
                .isFalse();
    }

    private String page() {
        return find(BareView.class).single().getElement().getTextRecursively();
    }

    private DriftTab tab(Drifted drift) {
        var tab = new DriftTab();
        tab.drift = drift;
        tab.offering = offering(Figured.bySex());
        return tab;
    }
}
