package org.overread.monitoring.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.AlertServices;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.alert.store.AlertStores;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckState;
import org.overread.monitoring.check.Pauses;
import org.overread.monitoring.check.Sources;
import org.overread.monitoring.feedback.FeedbackServices;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.BreachAction;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.MeasuredPredictions;
import org.overread.monitoring.plan.PeriodicReviews;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.monitoring.plan.PlanServices;
import org.overread.monitoring.plan.Plans;
import org.overread.monitoring.plan.ReviewRule;
import org.overread.monitoring.plan.WindowLength;
import org.overread.monitoring.plan.WindowRule;
import org.overread.monitoring.plan.store.PlanStores;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.schedule.MonitoringStatus.Worry;
import org.overread.monitoring.schedule.store.RunStores;
import org.overread.monitoring.testing.TestTransactions;
import org.overread.monitoring.truth.TruthServices;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.Written;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.InMemoryCatalog;
import org.overread.registry.catalog.LiveVersions;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.identity.InMemoryAccounts;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.StoreTest;

class MonitoringRunsTest extends StoreTest {
    private static final Actor.Person MIRA = CatalogFixtures.MIRA;
    private static final Actor.Person TOM = Actors.person("tom", Role.TECHNICAL_REVIEWER);
    private static final LocalDate MONDAY = LocalDate.parse("2026-02-02");
    private static final Actor.Product PRODUCT = new Actor.Product("monitoring");

    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final IntakeBench bench = new IntakeBench(database().application());
    private final InMemoryCatalog catalog = CatalogFixtures.sepsisCatalog(audit, 2);
    private final MonitoringRuns runs = new MonitoringRuns();
    private final MonitoringOverview overview = new MonitoringOverview();
    private final Plans plans;
    private final PeriodicReviews reviews;
    private final Pauses pauses;
    private final Alerts alerts;
    private Instant now = noon(MONDAY.plusWeeks(3));

    MonitoringRunsTest() {
        super("monitoring");
        var source = TestTransactions.plain(database().application());
        var performance = new MeasuredPredictions(source);
        var sightings = PlanStores.sightings(source);
        PlanBook book = PlanStores.book(entities());
        var accounts = new InMemoryAccounts().with(MIRA).with(TOM);
        plans = PlanServices.plans(catalog.catalog(), book, sightings, performance, accounts, audit, () -> now);
        reviews = PlanServices.reviews(catalog.catalog(), entities(), audit, () -> now);
        pauses = Sources.pauses(catalog.catalog(), entities(), audit, () -> now);
        alerts = AlertServices.alerts(catalog.catalog(), AlertStores.log(entities()), audit, () -> now);
        runs.catalog = catalog.catalog();
        runs.stages = catalog.stages();
        runs.plans = book;
        runs.sightings = sightings;
        runs.sources = new ListedSources(Sources.all(catalog.catalog(), performance, sightings, reviews, source));
        runs.pauses = pauses;
        runs.alerts = alerts;
        runs.suspending = new Suspending();
        runs.suspending.catalog = catalog.catalog();
        runs.suspending.stages = catalog.stages();
        runs.suspending.clock = () -> now;
        runs.log = RunStores.log(entities());
        runs.trail = audit;
        runs.clock = () -> now;
        overview.catalog = catalog.catalog();
        overview.plans = book;
        overview.alerts = alerts;
        overview.log = runs.log;
        overview.truths = TruthServices.truths(catalog.catalog(), book, source, entities(), () -> now);
        overview.findings = new FeedbackServices(entities(), catalog.catalog(), audit, () -> now).book;
        overview.clock = () -> now;
        catalog.at(now.minus(Duration.ofDays(60)));
        catalog.stages()
                .enter(
                        new Actor.Product("releases"),
                        new StageEntry(
                                SEPSIS_2,
                                "north",
                                Stage.PILOT,
                                noon(MONDAY.minusDays(40)),
                                UUID.randomUUID(),
                                "x",
                                null));
    }

    @Test
    @DisplayName("C11: a sustained fall below the floor raises one alert, however often it runs; recovery resolves it")
    void raisesOneAlertAndResolvesIt() {
        declare(BreachAction.NOTIFY);
        send(0, 0.9);
        send(1, 0.3);
        send(2, 0.3);

        run();
        run();

        var alert = onlyOpen();
        assertThat(alert.file().title()).isEqualTo("Sensitivity below its floor");
        assertThat(alert.file().since()).isEqualTo(MONDAY.plusWeeks(1));
        assertThat(alert.file().owner()).isEqualTo(MIRA.personId());
        assertThat(status().worry()).isEqualTo(Worry.ALERT);
        assertThat(status().sentence())
                .startsWith("One alert: sensitivity below its floor since 9 February. Its data are being looked at;");
        assertThat(audit.actions()).containsOnlyOnce("alert.raised");

        send(3, 0.9);
        send(4, 0.9);
        now = noon(MONDAY.plusWeeks(5));
        run();

        assertThat(open()).isEmpty();
        assertThat(status().worry()).isEqualTo(Worry.OK);
        assertThat(overview.runs(MIRA, SEPSIS_2, 10)).hasSize(3);
    }

    @Test
    @DisplayName(
            "C7: an unacknowledged alert escalates to the deputy when due; the deputy acknowledges and resolves it")
    void escalatesToTheDeputy() {
        declare(BreachAction.NOTIFY);
        send(1, 0.3);
        send(2, 0.3);
        run();
        var id = onlyOpen().file().id();

        assertThat(inTransaction(() -> alerts.escalate(PRODUCT))).isEmpty();
        assertThat(alerts.waitingFor(MIRA.personId())).hasSize(1);
        now = now.plus(Duration.ofDays(3));
        assertThat(inTransaction(() -> alerts.escalate(PRODUCT))).hasSize(1);
        assertThat(inTransaction(() -> alerts.escalate(PRODUCT))).isEmpty();

        assertThat(alerts.waitingFor(MIRA.personId())).isEmpty();
        assertThat(alerts.waitingFor(TOM.personId())).hasSize(1);
        inTransaction(() -> alerts.acknowledge(TOM, id, Written.plainly("A new analyser.")));
        assertThat(alerts.waitingFor(TOM.personId())).isEmpty();
        assertThatThrownBy(() -> alerts.resolve(TOM, id, Written.plainly(" "))).hasMessageContaining("words");
        inTransaction(() -> alerts.resolve(TOM, id, Written.plainly("Recalibrated.")));
        assertThatThrownBy(() -> alerts.comment(TOM, id, Written.plainly("Late.")))
                .hasMessageContaining("resolved already");
        assertThat(audit.actions()).contains("alert.escalated", "alert.acknowledged", "alert.resolved");
    }

    @Test
    @DisplayName("C9: stop the feed: the state is no data, not green, and its owner is told")
    void noticesThatTheFeedStopped() {
        declare(BreachAction.NOTIFY);
        send(1, 0.9);
        send(2, 0.9);
        run();
        assertThat(status().worry()).isEqualTo(Worry.OK);

        now = now.plus(Duration.ofHours(49));
        run();

        assertThat(status().worry()).isEqualTo(Worry.ALERT);
        assertThat(state("feed")).isEqualTo(CheckState.NO_DATA);
        assertThat(onlyOpen().file().title()).isEqualTo("Feed silent");
        assertThat(status().sentence()).startsWith("No prediction has come since 22 February 2026");
    }

    @Test
    @DisplayName("C11: a missed review is itself a finding; doing it resolves the finding")
    void aMissedReviewIsAFinding() {
        declare(BreachAction.NOTIFY);
        send(1, 0.9);
        send(2, 0.9);
        now = noon(LocalDate.parse("2026-07-01"));

        run();

        assertThat(open()).extracting(alert -> alert.file().title()).contains("Regular review missed");
        inTransaction(() -> reviews.done(TOM, SEPSIS_2, "Read all figures; nothing to do."));
        run();
        assertThat(state("review")).isEqualTo(CheckState.OK);
        assertThat(open()).extracting(alert -> alert.file().check()).doesNotContain("review");
    }

    @Test
    void aPausedCheckRaisesNothingUntilItsDayHasPassed() {
        declare(BreachAction.NOTIFY);
        send(1, 0.3);
        send(2, 0.3);
        var key = "performance:sensitivity:floor";
        inTransaction(() -> pauses.pause(MIRA, SEPSIS_2, key, "The laboratory moves.", MONDAY.plusWeeks(3)));

        run();
        assertThat(state(key)).isEqualTo(CheckState.PAUSED);
        assertThat(open()).isEmpty();

        inTransaction(() -> pauses.resume(MIRA, SEPSIS_2, key));
        run();
        assertThat(open()).hasSize(1);
    }

    @Test
    @DisplayName("G3: what people write of alerts, pauses and reviews is refused with a patient's identifier in it")
    void keepsIdentifiersOut() {
        declare(BreachAction.NOTIFY);
        send(1, 0.3);
        send(2, 0.3);
        run();
        var id = onlyOpen().file().id();
        var named = "Look at MRN 4711123, she was missed.";

        assertThatThrownBy(() -> alerts.comment(TOM, id, Written.plainly(named)))
                .satisfies(MonitoringRunsTest::namesNoIdentifier);
        assertThatThrownBy(() -> alerts.acknowledge(TOM, id, Written.plainly(named)))
                .satisfies(MonitoringRunsTest::namesNoIdentifier);
        assertThatThrownBy(() -> alerts.resolve(TOM, id, Written.plainly(named)))
                .satisfies(MonitoringRunsTest::namesNoIdentifier);
        assertThatThrownBy(() -> pauses.pause(MIRA, SEPSIS_2, "feed", named, MONDAY.plusWeeks(4)))
                .satisfies(MonitoringRunsTest::namesNoIdentifier);
        assertThatThrownBy(() -> reviews.done(TOM, SEPSIS_2, named)).satisfies(MonitoringRunsTest::namesNoIdentifier);
        assertThat(onlyOpen().file().events()).hasSize(1);
        assertThat(audit.actions()).doesNotContain("alert.commented", "check.paused", "review.done");
    }

    private static void namesNoIdentifier(Throwable refusal) {
        assertThat(((GovernanceException) refusal).fields())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason())
                        .isEqualTo("seems to hold a medical record number at character 9: take it out"));
        assertThat(refusal.toString()).doesNotContain("4711123");
    }

    @Test
    @DisplayName("D10: a breach stops the version where it is live, once, when its plan says so")
    void suspendsWhereThePlanSaysSo() {
        declare(BreachAction.SUSPEND);
        send(1, 0.3);
        send(2, 0.3);

        run();
        run();

        assertThat(catalog.stages().history(MIRA, "sepsis").liveAt("north", now))
                .isEqualTo(LiveVersions.NONE);
        assertThat(audit.actions()).containsOnlyOnce("stage.suspended");
    }

    @Test
    void isDueWithoutARunAfterANewPlanAndAfterAWhile() {
        assertThat(runs.due(now)).isEmpty();
        declare(BreachAction.NOTIFY);
        assertThat(runs.due(now)).hasSize(1);
        run();
        assertThat(runs.due(now.minusSeconds(1))).isEmpty();
        declare(BreachAction.NOTIFY);
        assertThat(runs.due(now.minusSeconds(1))).hasSize(1);
    }

    @Test
    @DisplayName("G8: while one server runs a version's checks, another does not")
    void onlyOneRunsAtATime() {
        declare(BreachAction.NOTIFY);
        var other = another();
        inTransaction(other, () -> {
            RunStores.log(other).tryTurn(SEPSIS_2);
            assertThat(inTransaction(
                            () -> runs.runIfFree(plans.inForce(MIRA, SEPSIS_2).orElseThrow())))
                    .isFalse();
            return true;
        });
    }

    @Test
    void refusesToRunWithoutAPlanOrARight() {
        assertThatThrownBy(() -> runs.run(MIRA, SEPSIS_2, RunProgress.SILENT)).hasMessageContaining("plan is declared");
        assertThatThrownBy(() -> runs.run(CatalogFixtures.CLARA, SEPSIS_2, RunProgress.SILENT))
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(overview.all(MIRA)).extracting(MonitoringStatus::worry).containsOnly(Worry.NOT_PLANNED);
    }

    private void declare(BreachAction action) {
        var good = PlanFixtures.draft();
        inTransaction(() -> plans.declare(
                MIRA,
                SEPSIS_2,
                new PlanDraft(
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        new WindowRule(WindowLength.WEEK, 2, 3),
                        List.of(new Limit(Metric.SENSITIVITY, null, Limit.Side.FLOOR, null, 0.6)),
                        null,
                        new ReviewRule(ReviewRule.Cadence.QUARTER, LocalDate.parse("2026-06-30")),
                        good.owner(),
                        good.deputy(),
                        action,
                        0,
                        48)));
    }

    /** A week of 300 events and 300 others, of which that share of the events is flagged. */
    private void send(int week, double sensitivity) {
        bench.send(
                BodyFormat.CSV,
                IntStream.range(0, 600)
                        .mapToObj(i -> "w%d-%d,%sT12:00:00Z,pat-%d-%d,%s,%d"
                                .formatted(
                                        week,
                                        i,
                                        MONDAY.plusWeeks(week).plusDays(i % 7),
                                        week,
                                        i,
                                        i < 300 ? i < 300 * sensitivity ? 0.8 : 0.05 : i % 5 == 0 ? 0.7 : 0.02,
                                        i < 300 ? 1 : 0))
                        .collect(Collectors.joining(
                                "\n", "prediction_id,occurred_at,patient_ref,score,outcome\n", "\n")));
    }

    private void run() {
        now = now.plusSeconds(1);
        inTransaction(() -> runs.run(MIRA, SEPSIS_2, RunProgress.SILENT));
    }

    private MonitoringStatus status() {
        return overview.of(MIRA, SEPSIS_2);
    }

    private CheckState state(String key) {
        return overview.latest(MIRA, SEPSIS_2).orElseThrow().checks().stream()
                .filter(check -> check.key().equals(key))
                .map(Check::state)
                .findFirst()
                .orElseThrow();
    }

    private List<Alert> open() {
        return alerts.of(MIRA, SEPSIS_2).stream().filter(Alert::open).toList();
    }

    private Alert onlyOpen() {
        assertThat(open()).hasSize(1);
        return open().getFirst();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
    }
}
