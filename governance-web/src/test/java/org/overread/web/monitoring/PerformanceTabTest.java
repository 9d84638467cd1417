package org.overread.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.NumberField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.chart.ChartPeriod;
import org.overread.monitoring.chart.FalseAlarms;
import org.overread.monitoring.chart.OutcomeCharts;
import org.overread.monitoring.chart.ShownChart;
import org.overread.monitoring.estimate.ActedOn;
import org.overread.monitoring.estimate.Adherence;
import org.overread.monitoring.estimate.EstimateQuestion;
import org.overread.monitoring.estimate.Estimated;
import org.overread.monitoring.estimate.Estimates;
import org.overread.monitoring.estimate.ReferencePeriod;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.KnownCases;
import org.overread.monitoring.performance.ReliabilityCurves;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.Reliability;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.reports.seismometer.SeismometerExports;
import org.overread.web.chart.Chart;
import org.overread.web.chart.Curve;
import org.overread.web.shell.Slider;
import org.overread.web.testing.BareView;
import org.overread.web.testing.People;

@ViewPackages(classes = BareView.class)
class PerformanceTabTest extends TabTest {
    private Estimates.@Nullable Answer late;
    private Cohort promised = Cohort.builder().build();
    private ShownChart weekly =
            new ShownChart(ChartPeriod.WEEK, List.of(), null, null, null, null, "needs predictions");
    private Window asked = Window.ALL;
    private @Nullable GovernanceException few;
    private ActedOn acted = ActedOn.undefined(0.5, "no output was shown to a clinician yet");

    @Test
    void saysEachFigureInNumbersAndInWords() {
        open(tab(Figured.bySex()), Map.of());

        assertThat(rows("Over all thresholds").getFirst())
                .matches(
                        "AUROC \\|  \\| 0\\.\\d{3} \\(0\\.\\d{3}–0\\.\\d{3}\\) \\| 1,250 \\| In \\d\\d of 100 pairs, .*");
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
    @DisplayName("C2: the reliability curve is drawn in both forms, told in a sentence, and says what is hidden")
    void drawsTheReliabilityCurve() {
        promised = rows(600, i -> "p" + i);
        open(tab(Figured.bySex()), Map.of());

        var curve = (Curve) find(Chart.class).all().stream()
                .map(Chart::drawing)
                .filter(Curve.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(curve.diagonal()).isTrue();
        assertThat(curve.lines())
                .extracting(Curve.Line::name)
                .containsExactly("Bins of equal width", "Parts of equal size");
        assertThat(curve.lines().getFirst().points())
                .hasSize(10)
                .allSatisfy(point -> assertThat(point.n()).isEqualTo(60));
        assertThat(words())
                .anySatisfy(
                        text -> assertThat(text)
                                .matches(
                                        "Of 10 parts of equal size, fewer events came than the scores say in 4, more in 4; furthest"
                                                + " apart where the scores say 0\\.(05|95)0 and 0\\.500 \\(0\\.377–0\\.623\\) came\\."));
    }

    @Test
    @DisplayName("C3: of bins of few patients the curve shows nothing but that they are hidden")
    void hidesBinsOfFewPatients() {
        promised = rows(600, i -> i % 10 == 9 ? "few" : "p" + i);
        open(tab(Figured.bySex()), Map.of());

        assertThat(words())
                .anySatisfy(text -> assertThat(text)
                        .matches("[2-9] of 20 bins are not drawn, since they stand for few patients\\."));
    }

    @Test
    void saysWhyThereIsNoReliabilityCurve() {
        promised = Cohort.builder().build();
        open(tab(Figured.bySex()), Map.of());

        assertThat(words()).contains("There is no reliability curve: no labelled predictions.");
    }

    private List<String> words() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    /** A tenth each of the scores 0.05, 0.15, …; of each the event came for every other. */
    private static Cohort rows(int count, IntFunction<String> patient) {
        var rows = Cohort.builder();
        for (var i = 0; i < count; i++) {
            rows.add(0.05 + i % 10 / 10.0, i / 10 % 2, patient.apply(i), Map.of());
        }
        return rows.build();
    }

    @Test
    @DisplayName("C4: while outcomes are late it shows the estimate beside how many are known, and what it assumes")
    void estimatesWhileOutcomesAreLate() {
        late = answer(62);

        open(tab(Figured.bySex()), Map.of());

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("While outcomes are late");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anySatisfy(words -> assertThat(words)
                        .matches(
                                "Outcomes are known for 62 % of predictions; estimated AUROC 0\\.\\d\\d \\(assumes .*"))
                .anySatisfy(words -> assertThat(words).startsWith("Learned from the outcomes of 1 January 2026 to"));
        assertThat(rows("Expected without outcomes").getFirst()).matches("AUROC \\| 0\\.\\d{3} \\| In .*");
    }

    @Test
    @DisplayName("C6: the figures had nobody acted stand beside those that came, with what that assumes")
    void showsFiguresHadNobodyActed() {
        acted = new ActedOn(
                3_200L,
                412L,
                0.5,
                List.of(new ActedOn.Line(
                        Metric.AUROC, Estimate.of(0.71, 0.68, 0.74, "delong"), Estimate.of(0.74, 0.7, 0.78, "ipw"))),
                1_530.2,
                null);

        open(tab(Figured.bySex()), Map.of());

        assertThat(words())
                .contains(
                        "Clinicians acted on 412 of 3,200 outputs with a known outcome. Had nobody acted, AUROC would be"
                                + " about 0.74; as the outcomes came, it is 0.71.")
                .anySatisfy(text -> assertThat(text)
                        .contains("as good as 1,530 unweighted ones", "does not hang on the patient's true risk"));
        assertThat(rows("As the outcomes came, and had nobody acted"))
                .containsExactly(
                        "AUROC | 0.710 (0.680–0.740) | 0.740 (0.700–0.780) | In 74 of 100 pairs, the patient with the"
                                + " event has the higher score.");
    }

    @Test
    @DisplayName("C5: flag rate and outcomes week by week say what stands out, or why nothing can be said")
    void chartsOutcomesOverTime() {
        var from = Instant.parse("2026-03-02T00:00:00Z");
        weekly = new ShownChart(
                ChartPeriod.WEEK,
                List.of(new ShownChart.Point(
                        from,
                        from.plus(ChartPeriod.WEEK.duration()),
                        false,
                        62L,
                        200L,
                        0.31,
                        0.12,
                        0.24,
                        1.0,
                        0.0,
                        true,
                        false,
                        false,
                        false)),
                0.18,
                1.0,
                8,
                new FalseAlarms(5.5, 2_000, 1, 0.13, 0.09),
                null);

        open(tab(Figured.bySex()), Map.of());

        assertThat(words())
                .contains(
                        "Flag rate of all predictions, by week. Usual is 18 %, from the first 8 weeks. One week since"
                                + " stands out.",
                        "Flag rate left its limits in the week from 2 March 2026: 31 % of 200, limits 12 % to 24 %.",
                        "Event rate is not charted: it needs predictions.");
    }

    @Test
    void saysWhyNothingIsAdjusted() {
        open(tab(Figured.bySex()), Map.of());

        assertThat(words())
                .contains("Whether acting on the output hides how good it is cannot be said: no output was shown to a"
                        + " clinician yet.");
    }

    @Test
    void needsNoEstimateOnceAllOutcomesAreKnown() {
        late = answer(100);

        open(tab(Figured.bySex()), Map.of());

        assertThat(find(H2.class).all()).extracting(H2::getText).doesNotContain("While outcomes are late");
    }

    private static Estimates.Answer answer(int known) {
        var reference = Cohort.builder();
        var current = Cohort.builder();
        for (var i = 0; i < 100; i++) {
            reference.add(i % 10 / 10.0, i % 10 + i / 10 >= 10 ? 1 : 0, "p" + i, Map.of());
            current.add(i % 10 / 10.0, i < known ? i % 2 : null, "p" + i, Map.of());
        }
        return new Estimates.Answer(
                Estimated.of(reference.build(), current.build(), 0.5),
                new ReferencePeriod(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01")),
                Window.ALL);
    }

    @Test
    @DisplayName("F7: who may export is offered the rows of what is shown, told how many, and what is left out")
    void offersTheRowsBehindTheFigures() {
        openFor(Role.COMPLIANCE, Map.of("from", "2026-01-01", "to", "2026-01-31", "site", "north"));

        find(Button.class).all().stream()
                .filter(button -> "Export rows for Seismometer".equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .click();

        assertThat(words()).contains("1,250 predictions of 900 patients; 50 without score or outcome are left out.");
        var link = find(Anchor.class).all().stream()
                .filter(anchor -> anchor.getText().startsWith("Download the folder"))
                .findFirst()
                .orElseThrow();
        assertThat(link.getHref())
                .startsWith("api/v1/models/sepsis/versions/1/seismometer?from=")
                .endsWith("&site=north");
        assertThat(asked).isNotEqualTo(Window.ALL);
        assertThat(link.getHref())
                .contains("from=" + URLEncoder.encode(String.valueOf(asked.from()), StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("F7: when there is nothing to hand out the reason stands in place of the link")
    void saysWhyThereAreNoRows() {
        few = new GovernanceException(ErrorCode.INVALID, "These are too few patients to hand out row by row.");
        openFor(Role.CHAIR, Map.of());

        find(Button.class).all().stream()
                .filter(button -> "Export rows for Seismometer".equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .click();

        assertThat(words()).contains("These are too few patients to hand out row by row.");
        assertThat(find(Anchor.class).all())
                .noneMatch(anchor -> anchor.getText().startsWith("Download the folder"));
    }

    @Test
    @DisplayName("G1: who may not export is not offered the rows")
    void offersNoRowsToOthers() {
        openFor(Role.MODEL_OWNER, Map.of());

        assertThat(find(Button.class).all())
                .noneMatch(button -> "Export rows for Seismometer".equals(button.getText()));
    }

    private void openFor(Role role, Map<String, String> query) {
        var shown = tab(Figured.bySex()).show(page(query, People.with(role)));
        var bare = find(BareView.class).single();
        bare.removeAll();
        bare.add(shown);
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
        tab.lateOutcomes = new LateOutcomes();
        tab.lateOutcomes.estimates = new Estimates() {
            @Override
            public Optional<Answer> labelFree(Actor actor, ModelVersionId version, EstimateQuestion question) {
                return Optional.ofNullable(late);
            }
        };
        tab.promisedAndCame = new PromisedAndCame();
        tab.promisedAndCame.curves = new ReliabilityCurves() {
            @Override
            public Reliability of(Actor actor, ModelVersionId version, Window window) {
                return Reliability.of(promised);
            }
        };
        tab.rows = new RowsForSeismometer();
        tab.rows.exports = new SeismometerExports() {
            @Override
            public KnownCases.Basis offered(Actor actor, ModelVersionId version, Window window) {
                asked = window;
                if (few != null) {
                    throw few;
                }
                return new KnownCases.Basis(1_300, 1_250, 0, 900);
            }
        };
        tab.outcomesOverTime = new OutcomesOverTime();
        tab.outcomesOverTime.charts = new OutcomeCharts() {
            @Override
            public Charts of(Actor actor, ModelVersionId version, @Nullable String site) {
                return new Charts(
                        weekly,
                        new ShownChart(ChartPeriod.WEEK, List.of(), null, null, null, null, "needs predictions"));
            }
        };
        tab.hadNobodyActed = new HadNobodyActed();
        tab.hadNobodyActed.adherence = new Adherence() {
            @Override
            public ActedOn of(Actor actor, ModelVersionId version, EstimateQuestion question) {
                return acted;
            }
        };
        tab.overTime = overTime(new Followed().with("2026-01-01", 0.71, 0.65, 0.77, 400, 400));
        return tab;
    }
}
