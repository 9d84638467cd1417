package org.overread.web.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.chart.ChartPeriod;
import org.overread.monitoring.chart.ControlCharts;
import org.overread.monitoring.chart.FalseAlarms;
import org.overread.monitoring.chart.ShownChart;
import org.overread.monitoring.feedback.AnswerDraft;
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.FeedbackTally;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingAnswer;
import org.overread.monitoring.feedback.FindingPosition;
import org.overread.monitoring.feedback.Findings;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.feedback.Reply;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.web.catalog.VersionPage;
import org.overread.web.chart.Chart;
import org.overread.web.testing.BareView;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;
import org.overread.web.testing.Ward;

@ViewPackages(classes = BareView.class)
class FeedbackTabTest extends ViewTest {
    private final FeedbackTab tab = new FeedbackTab();
    private final List<Finding> found = new ArrayList<>();
    private final List<String> answered = new ArrayList<>();
    private FeedbackTally tally = new FeedbackTally(0, 0, 0, 0, 0, 0, 0, Map.of());
    private ShownChart overrides =
            new ShownChart(ChartPeriod.WEEK, List.of(), null, null, null, null, "nothing was shown");
    private Catalog catalog = new Catalog();

    @BeforeEach
    void sepsisIsInUse() {
        SignedIn.as(People.with(Role.MODEL_OWNER));
        navigate(BareView.class);
        catalog = CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 1).catalog();
        tab.catalog = catalog;
        tab.feedback = new Feedback() {
            @Override
            public FeedbackTally tally(Actor actor, ModelVersionId version, @Nullable String site) {
                return tally;
            }
        };
        tab.charts = new ControlCharts() {
            @Override
            public Charts of(Actor actor, ModelVersionId version, @Nullable String site) {
                return new Charts(overrides, overrides);
            }
        };
        tab.findings = new Findings() {
            @Override
            public List<Finding> page(Actor actor, ModelVersionId version, @Nullable FindingPosition after, int limit) {
                return found.stream()
                        .skip(found.stream().map(Finding::position).toList().indexOf(after) + 1)
                        .limit(limit)
                        .toList();
            }

            @Override
            public FindingAnswer answer(Actor.Person person, UUID feedback, AnswerDraft draft) {
                answered.add(feedback + ": " + draft.disposition() + ": " + draft.sentence());
                return draft.disposition() == null
                        ? new FindingAnswer.Given(new Reply(
                                feedback,
                                feedback,
                                String.valueOf(draft.sentence()),
                                null,
                                null,
                                person.id(),
                                person.name(),
                                Instant.EPOCH))
                        : new FindingAnswer.Refused(FindingAnswer.Rule.OWN_REQUEST, "Another person decides.");
            }
        };
    }

    @Test
    void saysWhatWillAppearHere() {
        open(Role.MODEL_OWNER);

        assertThat(sentences())
                .contains(
                        "No output of this version was shown to a clinician yet.",
                        "Nothing severe was said of this version.");
    }

    @Test
    @DisplayName("B3: shown, accepted, overridden and ignored outputs, with their share and its interval")
    void countsWhatBecameOfTheOutputs() {
        tally = new FeedbackTally(100, 30, 20, 0, 50, 0, 0, Map.of(OverrideReason.OTHER, 20L));

        open(Role.MODEL_OWNER);

        assertThat(rows())
                .containsExactly(
                        "Accepted |  | 30 | 0.300 (0.219–0.396)",
                        "Overridden |  | 20 | 0.200 (0.133–0.289)",
                        "Safety concern, not decided |  | 0 | 0.000 (0.000–0.037)",
                        "Ignored: nothing said within 72 hours |  | 50 | 0.500 (0.404–0.596)",
                        "Still waiting |  | 0 | 0.000 (0.000–0.037)",
                        "Other |  | 20 | 1.000 (0.839–1.000)");
    }

    @Test
    @DisplayName("B12: a small count is hidden, and so is what would give it away")
    void hidesSmallCounts() {
        tally = new FeedbackTally(
                100,
                50,
                30,
                0,
                20,
                0,
                0,
                Map.of(OverrideReason.OTHER, 4L, OverrideReason.ALREADY_DONE, 12L, OverrideReason.NOT_APPLICABLE, 14L));

        open(Role.MODEL_OWNER);

        assertThat(rows())
                .contains(
                        "Output does not fit this patient |  | 14 | 0.467 (0.302–0.639)",
                        "Already done, ordered or known |  | hidden | –",
                        "Other |  | hidden | –");
    }

    @Test
    @DisplayName("C5: a week outside its limits is said in words, with its number and its limits")
    void saysWhichWeekStandsOut() {
        tally = new FeedbackTally(100, 30, 20, 0, 50, 0, 0, Map.of(OverrideReason.OTHER, 20L));
        overrides = chart(week(37L, 120L, 0.31), 1.4);

        open(Role.MODEL_OWNER);

        assertThat(sentences())
                .contains(
                        "Override rate of all outputs shown, by week. Usual is 18 %, from the first 8 weeks."
                                + " One week since stands out.",
                        "Override rate left its limits in the week from 2 March 2026: 31 % of 120, limits 12 % to 24 %.")
                .anySatisfy(words -> assertThat(words)
                        .contains("widened 1.4 times")
                        .contains("signals in 5 % (one false signal in some 1,014 weeks)"));
    }

    @Test
    @DisplayName("C5: of many weeks that stand out the latest are told, and the earlier ones folded")
    void foldsEarlierWeeks() {
        tally = new FeedbackTally(100, 30, 20, 0, 50, 0, 0, Map.of(OverrideReason.OTHER, 20L));
        overrides = new ShownChart(
                ChartPeriod.WEEK,
                List.of(
                        week(37L, 120L, 0.31),
                        week(38L, 120L, 0.32),
                        week(39L, 120L, 0.33),
                        week(40L, 120L, 0.34),
                        week(41L, 120L, 0.35)),
                0.18,
                1.0,
                8,
                new FalseAlarms(5.5, 2_000, 1, 0.13, 0.09),
                null);

        open(Role.MODEL_OWNER);

        var fold = find(Details.class).all().stream()
                .filter(each -> each.getSummaryText().startsWith("2 earlier"))
                .findFirst()
                .orElseThrow();
        assertThat(fold.getSummaryText()).isEqualTo("2 earlier weeks that stand out");
        assertThat(fold.getContent().map(each -> each.getElement().getText()))
                .satisfiesExactly(
                        later -> assertThat(later).contains("32 % of 120"),
                        first -> assertThat(first).contains("31 % of 120"));
    }

    @Test
    @DisplayName("B12: n = 4 in a week says that it is hidden, not which percentage it is")
    void hidesAWeekOfFew() {
        tally = new FeedbackTally(100, 30, 20, 0, 50, 0, 0, Map.of(OverrideReason.OTHER, 20L));
        overrides = chart(week(null, 120L, null), 1.0);

        open(Role.MODEL_OWNER);

        assertThat(sentences())
                .contains(
                        "Override rate of all outputs shown, by week. Usual is 18 %, from the first 8 weeks. One week since"
                                + " stands out. Each week has too few of them to be drawn; all of them are judged.",
                        "Override rate left its limits in the week from 2 March 2026 (its numbers are hidden, since"
                                + " some are small).");
        assertThat(find(Chart.class).all()).isEmpty();
    }

    @Test
    @DisplayName("C5: a chart of periods longer than a week says so, and why")
    void saysWhyAPeriodIsLonger() {
        tally = new FeedbackTally(100, 30, 20, 0, 50, 0, 0, Map.of(OverrideReason.OTHER, 20L));
        overrides = new ShownChart(
                ChartPeriod.FOUR_WEEKS,
                List.of(week(37L, 120L, 0.31)),
                0.18,
                1.4,
                16,
                new FalseAlarms(5.5, 2_000, 1, 0.13, 0.09),
                null);

        open(Role.MODEL_OWNER);

        assertThat(sentences())
                .contains(
                        "Override rate of all outputs shown, in periods of 4 weeks, because a week holds on average fewer"
                                + " than 16 of what is counted or of the rest. Usual is 18 %, from the first 16 weeks."
                                + " One period since stands out.",
                        "Override rate left its limits in the 4 weeks from 2 March 2026: 31 % of 120, limits 12 % to"
                                + " 24 %.")
                .anySatisfy(words ->
                        assertThat(words).contains("since the first periods of 4 weeks scatter more than chance"));
    }

    @Test
    @DisplayName("C5: a chart of nothing but what is usual does not say that nothing stands out")
    void saysThatNothingCameSince() {
        tally = new FeedbackTally(100, 30, 20, 0, 50, 0, 0, Map.of(OverrideReason.OTHER, 20L));
        var from = Instant.parse("2026-03-02T00:00:00Z");
        overrides = chart(
                new ShownChart.Point(
                        from,
                        from.plus(ChartPeriod.WEEK.duration()),
                        true,
                        37L,
                        120L,
                        0.31,
                        0.12,
                        0.4,
                        null,
                        null,
                        false,
                        false,
                        false,
                        false),
                1.0);

        open(Role.MODEL_OWNER);

        assertThat(sentences())
                .anySatisfy(words -> assertThat(words)
                        .endsWith("No week has ended since, so that nothing can be said of a change yet."));
    }

    @Test
    @DisplayName("C5: a chart whose first long period is not over says which it waits for, and why it is so long")
    void saysWhatAChartLacks() {
        tally = new FeedbackTally(100, 30, 20, 0, 50, 0, 0, Map.of(OverrideReason.OTHER, 20L));
        overrides = new ShownChart(
                ChartPeriod.QUARTER,
                List.of(),
                null,
                null,
                null,
                null,
                "needs 2 reference periods of 13 weeks with outputs, has 0");

        open(Role.MODEL_OWNER);

        assertThat(sentences())
                .contains("Override rate is not charted in periods of 13 weeks, because 4 weeks hold on average fewer"
                        + " than 16 of what is counted or of the rest: it needs 2 reference periods of 13 weeks with"
                        + " outputs, has 0.");
    }

    private static ShownChart chart(ShownChart.Point week, double dispersion) {
        return new ShownChart(
                ChartPeriod.WEEK, List.of(week), 0.18, dispersion, 8, new FalseAlarms(5.5, 2_000, 1, 0.13, 0.09), null);
    }

    private static ShownChart.Point week(@Nullable Long count, @Nullable Long of, @Nullable Double rate) {
        var from = Instant.parse("2026-03-02T00:00:00Z");
        return new ShownChart.Point(
                from,
                from.plus(ChartPeriod.WEEK.duration()),
                false,
                count,
                of,
                rate,
                0.12,
                0.24,
                null,
                null,
                true,
                false,
                false,
                count == null);
    }

    @Test
    void saysNothingOfFewOutputs() {
        tally = new FeedbackTally(4, 1, 3, 0, 0, 0, 0, Map.of(OverrideReason.OTHER, 3L));

        open(Role.MODEL_OWNER);

        assertThat(sentences()).contains("Too few outputs were shown to tell anything.");
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("B9: a severe finding is answered where it is read")
    void answersFindings() {
        found.add(finding());
        open(Role.MODEL_OWNER);

        find(TextArea.class).single().setValue("The units were wrong until 2 May.");
        test(find(Button.class).withText("Send the answer").single()).click();

        assertThat(answered).containsExactly(Ward.id("f") + ": null: The units were wrong until 2 May.");
    }

    @Test
    @DisplayName("D3: what came of it is chosen; that another person decides is said, and nothing typed is lost")
    @SuppressWarnings("unchecked")
    void saysThatAnotherPersonDecides() {
        found.add(finding());
        open(Role.MODEL_OWNER);
        Select<Disposition> choice = (Select<Disposition>) find(Select.class).all().stream()
                .filter(each -> "What came of it?".equals(each.getLabel()))
                .findFirst()
                .orElseThrow();

        choice.setValue(Disposition.CORRECTED_IN_VERSION);
        assertThat(find(IntegerField.class).single().isVisible()).isTrue();
        choice.setValue(Disposition.OUTPUT_WAS_RIGHT);
        find(TextArea.class).single().setValue("It was right after all.");
        test(find(Button.class).withText("Send the answer").single()).click();

        assertThat(answered).containsExactly(Ward.id("f") + ": OUTPUT_WAS_RIGHT: It was right after all.");
        assertThat(sentences()).contains("Another person decides.");
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("It was right after all.");
    }

    @Test
    @DisplayName("D3: a finding tells whether it is cleared, and who said what came of it")
    void tellsWhatCameOfIt() {
        found.add(new Finding(
                finding().feedback(),
                Ward.card("a"),
                List.of(new Reply(
                        Ward.id("r"),
                        Ward.id("f"),
                        "The lactate was late.",
                        Disposition.INPUT_WAS_WRONG,
                        null,
                        "omar",
                        "Omar Reyes",
                        Ward.NOON))));

        open(Role.MODEL_OWNER);

        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .contains(
                        "Cleared",
                        "Wrong, missing or late input data; seen to at the source. ",
                        "The lactate was late. ");
        assertThat(find(TextArea.class).all()).isEmpty();
    }

    @Test
    void offersNoAnswerToThoseWhoOnlyRead() {
        found.add(finding());

        open(Role.CHAIR);

        assertThat(sentences()).contains("“He was in shock”");
        assertThat(find(TextArea.class).all()).isEmpty();
    }

    private static Finding finding() {
        return new Finding(
                new GivenFeedback(
                        Ward.id("f"),
                        Ward.id("a"),
                        null,
                        "ana",
                        "CLINICIAN",
                        FeedbackKind.OVERRIDDEN,
                        OverrideReason.CLINICALLY_WRONG,
                        null,
                        "He was in shock",
                        false,
                        Ward.NOON,
                        Ward.NOON),
                Ward.card("a"),
                List.of());
    }

    private void open(Role role) {
        var page = new VersionPage(
                catalog.model(CatalogFixtures.MIRA, "sepsis"),
                catalog.version(CatalogFixtures.MIRA, new ModelVersionId("sepsis", 1)),
                People.with(role),
                Map.of());
        var bare = find(BareView.class).single();
        bare.removeAll();
        bare.add(tab.show(page));
    }

    private List<String> rows() {
        return find(NativeTableRow.class).all().stream()
                .filter(row -> row.getChildren().count() == 4)
                .map(row -> String.join(
                        " | ",
                        row.getChildren()
                                .map(cell -> cell.getElement().getTextRecursively())
                                .toList()))
                .filter(row -> !row.contains("0 to 1"))
                .toList();
    }

    private List<String> sentences() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
