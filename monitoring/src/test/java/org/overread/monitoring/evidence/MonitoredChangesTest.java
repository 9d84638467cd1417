package org.overread.monitoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.Indicator;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.feedback.Reply;
import org.overread.monitoring.feedback.StandingFindings;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.Change.OpenAlert;
import org.overread.registry.gate.Change.SevereFinding;
import org.overread.registry.gate.Evidence;

@DisplayName("D15: what has come in since the evidence was taken")
class MonitoredChangesTest {
    private static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);
    private static final Instant TAKEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Digest RESTS_ON = Digest.of("known");

    private final StandingFindings findings = new StandingFindings();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final MonitoredChanges changes = new MonitoredChanges();

    MonitoredChangesTest() {
        changes.findings = findings;
        changes.alerts = alerts;
        changes.feedback = resting(Map.of(RESTS_ON, Set.of(id("known"))));
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
    private static FeedbackLog resting(Map<Digest, Set<UUID>> known) {
        return (FeedbackLog) Proxy.newProxyInstance(
                FeedbackLog.class.getClassLoader(), new Class<?>[] {FeedbackLog.class}, (log, asked, with) -> {
                    assertThat(asked.getName()).isEqualTo("cited");
                    return known;
                });
    }
}
