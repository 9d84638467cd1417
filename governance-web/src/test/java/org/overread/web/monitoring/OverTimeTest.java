package org.overread.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.TrendPeriod;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.web.chart.Chart;
import org.overread.web.chart.Trend;
import org.overread.web.testing.BareView;
import org.overread.web.testing.Hospital;
import org.overread.web.testing.People;

@ViewPackages(classes = BareView.class)
class OverTimeTest extends TabTest {
    private final Followed followed = new Followed()
            .with("2026-01-01", 0.71, 0.65, 0.77, 400, 400)
            .without("2026-02-01", "no events among the labelled predictions")
            .with("2026-03-01", 0.58, 0.52, 0.64, 500, 310);

    @Test
    @DisplayName("C2: a figure over time says in a sentence where it began, where it is, and where it was lowest")
    void saysHowItWent() {
        show(Map.of("metric", "sensitivity"));

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("Sensitivity from 0.710 (0.650–0.770) in Jan 2026 to 0.580 (0.520–0.640) in Mar 2026; lowest"
                        + " 0.580 (0.520–0.640) in Mar 2026. Too few outcomes to say in 1 of 3 months.");
    }

    @Test
    @DisplayName("C4: a period whose outcomes are not all known says so, and one without any is a gap, not zero")
    void saysWhatIsNotKnownYet() {
        show(Map.of());

        var points = drawn().points();

        assertThat(points.get(1).value()).isNull();
        assertThat(points.get(1).remark()).isEqualTo("no events among the labelled predictions");
        assertThat(points.get(2).remark()).isEqualTo("outcomes known of 62 %");
    }

    @Test
    @DisplayName("C2: what became of the version is marked on the time line")
    void marksWhatBecameOfTheVersion() {
        Hospital.openWithSepsis(1);
        Hospital.bring(1, Stage.PILOT, "north", Instant.parse("2026-02-10T08:00:00Z"));

        show(Map.of());

        assertThat(drawn().marks()).containsExactly(new Trend.Mark("2026-02-10", "Pilot at north"));
    }

    @Test
    @DisplayName("C2: figure, period and time are as the address says")
    void asksAsTheAddressSays() {
        show(Map.of("metric", "auroc", "period", "week", "from", "2026-01-01", "to", "2026-03-31"));

        assertThat(followed.asked).singleElement().satisfies(question -> {
            assertThat(question.metric()).isEqualTo(Metric.AUROC);
            assertThat(question.period()).isEqualTo(TrendPeriod.WEEK);
            assertThat(question.from()).isEqualTo(LocalDate.of(2026, 1, 1));
            assertThat(question.to()).isEqualTo(LocalDate.of(2026, 4, 1));
        });
    }

    private Trend drawn() {
        return (Trend) find(Chart.class).single().drawing();
    }

    private void show(Map<String, String> query) {
        var overTime = overTime(followed);
        var page = page(query, People.with(Role.MODEL_OWNER));
        var bare = find(BareView.class).single();
        bare.add(overTime.of(page, Asked.of(page, offering(Figured.bySex()).to(page))));
    }
}
