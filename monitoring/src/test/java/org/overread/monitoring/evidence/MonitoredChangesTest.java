package org.overread.monitoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.alert.AlertEvent;
import org.overread.monitoring.alert.AlertFixtures;
import org.overread.monitoring.alert.InMemoryAlerts;
import org.overread.monitoring.alert.Severity;
import org.overread.monitoring.check.Pause;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.Citations;
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.Indicator;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.feedback.Reply;
import org.overread.monitoring.feedback.StandingFindings;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.BreachAction;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.Change.OpenAlert;
import org.overread.registry.gate.Change.SevereFinding;
import org.overread.registry.gate.Change.WatchedLess;
import org.overread.registry.gate.Evidence;

@DisplayName("D15: what has come in since the evidence was taken")
class MonitoredChangesTest {
    private static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);
    private static final Instant TAKEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Digest RESTS_ON = Digest.of("known");

    private final StandingFindings findings = new StandingFindings();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<PlanRevision> plans = new ArrayList<>();
    private final MonitoredChanges changes = new MonitoredChanges();

    MonitoredChangesTest() {
        changes.findings = findings;
        changes.alerts = alerts;
        changes.watch = EvidenceServices.watching(pauses, plans);
        changes.clock = () -> TAKEN.plus(Duration.ofDays(2));
        changes.citations = resting(Map.of(RESTS_ON, Set.of(id("known"))));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Evidence evidence(@Nullable String site) {
        return new Evidence(SEPSIS_2, Digest.of("v2"), site, TAKEN, null, null, List.of(), Map.of(), 1, RESTS_ON);
    }

    private List<Change> since(@Nullable String site) {
        return changes.since(evidence(site), PairOfEyes.of("olga"));
    }

    private static Reply reply(String by, Disposition disposition, Instant at) {
        return new Reply(UUID.randomUUID(), id("known"), "Looked into.", disposition, null, by, by, at);
    }

    private void told(String name, String site, Instant at, FeedbackKind kind, Reply... replies) {
        var card = new Card(id("card"), SEPSIS_2, "p-1", site, "icu", null, at, Indicator.WARNING);
        var reason = kind == FeedbackKind.OVERRIDDEN ? OverrideReason.CLINICALLY_WRONG : null;
        findings.add(new Finding(
                new GivenFeedback(id(name), card.id(), null, "ehr", "MACHINE", kind, reason, null, null, false, at, at),
                card,
                List.of(replies)));
    }

    @Test
    void isNothingWhenEverythingStandingIsCited() {
        told("known", "north", TAKEN.minusSeconds(60), FeedbackKind.SAFETY_CONCERN);

        assertThat(since("north")).isEmpty();
    }

    private static Pause paused(String by, Instant at, Instant until) {
        return new Pause(id("pause" + at), SEPSIS_2, "auroc", "Data are moved", by, by, at, until);
    }

    private static PlanRevision declared(int number, String by, Instant at, BreachAction onBreach, Limit... limits) {
        var plan = PlanFixtures.plan(PlanFixtures.plan().windows(), limits);
        return new PlanRevision(
                id("plan" + number),
                SEPSIS_2,
                number,
                new MonitoringPlan(
                        plan.features(),
                        plan.subgroups(),
                        plan.pairs(),
                        plan.reference(),
                        plan.windows(),
                        plan.limits(),
                        plan.drift(),
                        plan.review(),
                        plan.owner(),
                        plan.deputy(),
                        onBreach,
                        plan.labelDelayDays(),
                        plan.silentAfterHours()),
                by,
                by,
                at);
    }

    @Test
    @DisplayName(
            "A3: a check that the requester has paused meanwhile is told; nobody else's pause, and none that is over")
    void tellsOfPausesByTheRequester() {
        var at = TAKEN.plusSeconds(3600);
        var until = Instant.parse("2026-03-20T00:00:00Z");
        pauses.add(paused("olga", at, until));

        assertThat(since("north"))
                .singleElement()
                .isEqualTo(new WatchedLess("a check is paused until the end of 19 March 2026", at));
        for (var harmless : List.of(
                paused("mira", at, until), paused("olga", TAKEN.minusSeconds(1), until), paused("olga", at, at))) {
            pauses.clear();
            pauses.add(harmless);
            assertThat(since("north")).isEmpty();
        }
    }

    @Test
    @DisplayName("A3: a laxer plan by the requester is told with how it is laxer, until somebody else declares one")
    void tellsOfALaxerPlanByTheRequester() {
        var floor = new Limit(Metric.AUROC, null, Limit.Side.FLOOR, 0.75, 0.7);
        var lower = new Limit(Metric.AUROC, null, Limit.Side.FLOOR, 0.75, 0.6);
        var at = TAKEN.plusSeconds(3600);
        plans.addFirst(declared(1, "mira", TAKEN.minusSeconds(9), BreachAction.SUSPEND, floor));
        plans.addFirst(declared(2, "olga", at, BreachAction.SUSPEND, floor));
        assertThat(since("north")).isEmpty();

        plans.addFirst(declared(3, "olga", at, BreachAction.NOTIFY, lower));
        assertThat(since("north"))
                .singleElement()
                .isEqualTo(new WatchedLess(
                        "by revision 3 of the monitoring plan the limit of AUROC is wider, a broken limit stops the"
                                + " version no longer",
                        at));

        plans.addFirst(declared(4, "mira", at, BreachAction.NOTIFY, lower));
        assertThat(since("north")).isEmpty();
    }

    @Test
    void tellsConcernsAndFindingsApart() {
        told("later", "north", TAKEN.plusSeconds(60), FeedbackKind.SAFETY_CONCERN);
        told("wrong", "north", TAKEN.plusSeconds(30), FeedbackKind.OVERRIDDEN);

        assertThat(since("north"))
                .containsExactly(
                        new SevereFinding(id("wrong"), false, TAKEN.plusSeconds(30), "north", true),
                        new SevereFinding(id("later"), true, TAKEN.plusSeconds(60), "north", true));
    }

    @Test
    @DisplayName(
            "D15: what somebody else has cleared meanwhile is told as cleared, what the requester has cleared is not")
    void tellsWhatIsClearedMeanwhile() {
        var at = TAKEN.plusSeconds(60);
        told(
                "later",
                "north",
                at,
                FeedbackKind.SAFETY_CONCERN,
                reply("mira", Disposition.KNOWN_LIMITATION, at.plusSeconds(9)));
        told(
                "own",
                "north",
                at.plusSeconds(1),
                FeedbackKind.SAFETY_CONCERN,
                reply("olga", Disposition.KNOWN_LIMITATION, at.plusSeconds(9)));

        assertThat(since(null))
                .containsExactly(
                        new SevereFinding(id("later"), true, at, "north", false),
                        new SevereFinding(id("own"), true, at.plusSeconds(1), "north", true));
    }

    @Test
    @DisplayName("D15: a finding that was cleared when the evidence was taken, and is not any more, has changed")
    void tellsWhatStandsAgain() {
        var before = TAKEN.minusSeconds(60);
        told(
                "known",
                "north",
                before,
                FeedbackKind.SAFETY_CONCERN,
                reply("mira", Disposition.KNOWN_LIMITATION, before.plusSeconds(1)),
                reply("mira", Disposition.NEEDS_CHANGE, TAKEN.plusSeconds(60)));

        assertThat(since("north")).containsExactly(new SevereFinding(id("known"), true, before, "north", true));
    }

    @Test
    @DisplayName("D15: feedback that waited for its card when the evidence was taken is new, though it was told before")
    void whatWasOnItsWayIsNew() {
        told("earlier", "north", TAKEN.minusSeconds(60), FeedbackKind.SAFETY_CONCERN);

        assertThat(since("north")).hasSize(1);
    }

    @Test
    @DisplayName("D15: a concern at another site counts when it is new, not when it was told before")
    void looksAtEverySite() {
        told("elsewhere, before", "south", TAKEN.minusSeconds(60), FeedbackKind.SAFETY_CONCERN);
        told("elsewhere, since", "south", TAKEN.plusSeconds(60), FeedbackKind.SAFETY_CONCERN);

        assertThat(since("north"))
                .containsExactly(new SevereFinding(id("elsewhere, since"), true, TAKEN.plusSeconds(60), "south", true));
    }

    @Test
    void tellsEveryOpenAlertWithItsSeverityNow() {
        var worsened = AlertFixtures.raised("sensitivity", Severity.WARNING);
        alerts.add(worsened);
        alerts.add(worsened.id(), AlertFixtures.event(AlertEvent.Kind.WORSENED, TAKEN.plusSeconds(5), Severity.ALERT));
        alerts.add(AlertFixtures.raised("lactate", Severity.WARNING));
        var over = AlertFixtures.raised("over", Severity.ALERT);
        alerts.add(over);
        alerts.add(over.id(), AlertFixtures.event(AlertEvent.Kind.RESOLVED, TAKEN, null));

        assertThat(since("north"))
                .extracting(Change::getClass, change -> ((OpenAlert) change).severe())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(OpenAlert.class, true),
                        org.assertj.core.api.Assertions.tuple(OpenAlert.class, false));
    }

    /** A log that knows what evidence rests on, and is asked for nothing else. */
    private static Citations resting(Map<Digest, Set<UUID>> known) {
        return (Citations) Proxy.newProxyInstance(
                Citations.class.getClassLoader(), new Class<?>[] {Citations.class}, (log, asked, with) -> {
                    assertThat(asked.getName()).isEqualTo("cited");
                    return known;
                });
    }
}
