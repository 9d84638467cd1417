package org.overread.monitoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.prediction.IntakeBench.NOW;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.alert.InMemoryAlerts;
import org.overread.monitoring.feedback.CardDraft;
import org.overread.monitoring.feedback.FeedbackDraft;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.FeedbackServices;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingNews;
import org.overread.monitoring.feedback.store.FeedbackStores;
import org.overread.monitoring.performance.PerformanceBench;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.prediction.store.PredictionStores;
import org.overread.monitoring.testing.TestTransactions;
import org.overread.registry.Actor;
import org.overread.registry.PairOfEyes;
import org.overread.registry.Role;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.EvidenceQuestion;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.StoreTest;

@DisplayName("A6: evidence has a window by policy, and its figures are of that window")
class MonitoredEvidenceTest extends StoreTest {
    private static final Actor EHR = new Actor.Product("ehr");
    private static final Actor.Person ANA = Actors.person("ana", Role.CLINICIAN);
    private static final PairOfEyes ASKING = PairOfEyes.of("olga");
    private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(7));
    private static final Instant LAST_YEAR = NOW.minus(Duration.ofDays(300));

    private final IntakeBench intake = new IntakeBench(database().application());
    private final FeedbackServices services;
    private final MonitoredEvidence evidence = new MonitoredEvidence();

    MonitoredEvidenceTest() {
        super("monitoring");
        services = new FeedbackServices(entities(), intake.catalog, new RecordingAuditTrail(), () -> NOW);
        services.tell(new FindingNews() {
            @Override
            public void changed(Finding finding) {}

            @Override
            public void withdrawn(Finding finding) {}
        });
        evidence.catalog = intake.catalog;
        evidence.performance = new PerformanceBench(intake).performance;
        evidence.predictions =
                PredictionStores.predictions(TestTransactions.plain(database().application()));
        evidence.feedback = services.feedback;
        evidence.findings = services.book;
        evidence.citations = FeedbackStores.citations(entities());
    }

    @BeforeEach
    void thirtyAYearAgoAndFortyLastWeek() {
        predicted("old", 30, LAST_YEAR);
        predicted("new", 40, LAST_WEEK);
        IntStream.range(0, 15).forEach(i -> accepted("old", i, LAST_YEAR));
        IntStream.range(0, 12).forEach(i -> accepted("new", i, LAST_WEEK));
    }

    private void predicted(String name, int count, Instant at) {
        var body = new StringBuilder("prediction_id,occurred_at,patient_ref,site,score,outcome\n");
        IntStream.range(0, count)
                .forEach(i -> body.append(
                        "%s-%d,%s,%s-%d,north,0.%d,%d%n".formatted(name, i, at, name, i, i % 9 + 1, i % 2)));
        intake.send(BodyFormat.CSV, body.toString());
    }

    private void accepted(String name, int i, Instant at) {
        say(name + i, at, FeedbackKind.ACCEPTED);
    }

    private void say(String name, Instant shownAt, FeedbackKind kind) {
        inTransaction(() -> services.cards.register(
                EHR, new CardDraft(id(name), SEPSIS_2, "p-" + name, "north", null, ANA.personId(), shownAt, null)));
        inTransaction(() -> services.feedback.record(
                ANA,
                new FeedbackDraft(id("said of " + name), id(name), kind, null, null, "He was in shock", false, null)));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Evidence taken(@Nullable Instant from) {
        return inTransaction(
                () -> evidence.about(new EvidenceQuestion(SEPSIS_2, "north", Set.of(), from, NOW, ASKING)));
    }

    private static double value(Evidence taken, GateMetric metric) {
        return taken.figures(metric, null).stream()
                .map(Figure::value)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutABeginningAllIsCounted() {
        var all = taken(null);

        assertThat(value(all, GateMetric.PREDICTIONS)).isEqualTo(70);
        assertThat(value(all, GateMetric.REVIEWED_OUTPUTS)).isEqualTo(27);
        assertThat(all.from()).isNull();
        assertThat(all.to()).isEqualTo(NOW);
    }

    @Test
    @DisplayName("A6: predictions and clinicians' answers from before the window count for nothing, and it is printed")
    void countsWhatLiesInTheWindow() {
        var from = NOW.minus(Duration.ofDays(30));

        var month = taken(from);

        assertThat(value(month, GateMetric.PREDICTIONS)).isEqualTo(40);
        assertThat(value(month, GateMetric.OUTCOMES)).isEqualTo(40);
        assertThat(value(month, GateMetric.REVIEWED_OUTPUTS)).isEqualTo(12);
        assertThat(month.citedFeedback()).isEqualTo(12);
        assertThat(month.from()).isEqualTo(from);
        assertThat(month.covers()).isEqualTo("30 January 2026, 12:00 UTC to 1 March 2026, 12:00 UTC");
        assertThat(month.figures(GateMetric.OVERRIDE_RATE, null))
                .singleElement()
                .satisfies(figure -> assertThat(figure.method()).isEqualTo("wilson"));
    }

    @Test
    @DisplayName(
            "A2, A6: no window takes an uncleared concern out of sight, and one the evidence knows is not told as new")
    void countsConcernsWhateverTheirDate() {
        say("feared", LAST_YEAR, FeedbackKind.SAFETY_CONCERN);

        var month = taken(NOW.minus(Duration.ofDays(30)));

        assertThat(value(month, GateMetric.UNANSWERED_SEVERE)).isEqualTo(1);
        assertThat(value(month, GateMetric.REVIEWED_OUTPUTS)).isEqualTo(12);
        assertThat(month.citedFeedback()).isEqualTo(13);
        assertThat(inTransaction(() -> evidence.citations.cited(
                        List.of(month.citedFeedbackIds()), List.of(id("said of feared"), id("said of old0")))))
                .as("its giver is told what came of it")
                .isEqualTo(Map.of(month.citedFeedbackIds(), Set.of(id("said of feared"))));
        assertThat(changesSince(month)).isEmpty();
    }

    @Test
    @DisplayName(
            "A2: a concern on an output from before the window that came in since is new at once, told or not by minutes")
    void tellsWhatCameInSinceWhateverItsDate() {
        var month = taken(NOW.minus(Duration.ofDays(30)));

        say("feared", LAST_YEAR, FeedbackKind.SAFETY_CONCERN);

        assertThat(changesSince(month)).hasSize(1);
    }

    @Test
    @DisplayName("A2: on the day on which the window begins each is told once, counted within it or before it")
    void tellsEachOnceOnTheDayTheWindowBegins() {
        var begin = LAST_WEEK.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(6));
        say("feared before", begin.minusSeconds(60), FeedbackKind.SAFETY_CONCERN);
        say("feared within", begin.plusSeconds(60), FeedbackKind.SAFETY_CONCERN);

        var week = taken(begin);

        assertThat(value(week, GateMetric.UNANSWERED_SEVERE)).isEqualTo(2);
        assertThat(changesSince(week)).isEmpty();
        say("feared since", begin.minusSeconds(30), FeedbackKind.SAFETY_CONCERN);
        assertThat(changesSince(week)).hasSize(1);
    }

    private List<Change> changesSince(Evidence pinned) {
        var changes = EvidenceServices.changes(services.book, evidence.citations, new InMemoryAlerts());
        return inTransaction(() -> changes.since(pinned, ASKING));
    }

    @Test
    void theFiguresOfNowAreOfTheWindowAsItIsNow() {
        var pinned = taken(NOW.minus(Duration.ofDays(30)));

        var live = inTransaction(() -> evidence.live(pinned, Set.of(), NOW.minus(Duration.ofDays(3)), NOW, ASKING));

        assertThat(live.figures(GateMetric.PREDICTIONS, null))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isIn(null, 0.0));
        assertThat(live.from()).isEqualTo(NOW.minus(Duration.ofDays(3)));
    }
}
