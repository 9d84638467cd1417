package org.overread.monitoring.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.alert.AlertFixtures.MONDAY;
import static org.overread.monitoring.alert.AlertFixtures.check;
import static org.overread.monitoring.alert.AlertFixtures.event;
import static org.overread.monitoring.alert.AlertFixtures.raised;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.AlertEvent.Kind;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.alert.Severity;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckKind;
import org.overread.monitoring.check.CheckState;
import org.overread.monitoring.schedule.MonitoringStatus.Worry;
import org.overread.monitoring.truth.Fact;
import org.overread.registry.ModelVersionId;

class MonitoringStatusTest {
    private static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);
    private static final Instant PLANNED = MONDAY.minus(Duration.ofDays(44));

    @Test
    @DisplayName("C11: one state and one sentence of truth")
    void tellsCalmAndSinceWhen() {
        var calm = status(List.of(), check("a", CheckState.OK), check("b", CheckState.OK));

        assertThat(calm.worry()).isEqualTo(Worry.OK);
        assertThat(calm.sentence()).isEqualTo("Stable for 6 weeks. 2 of 2 checks in order.");
    }

    @Test
    void calmBeginsWhenTheLastAlertWasResolved() {
        var over = Alert.of(with(raised("a", Severity.ALERT), Kind.RESOLVED, MONDAY.minus(Duration.ofDays(3))));

        assertThat(status(List.of(over), check("a", CheckState.OK)).sentence()).startsWith("Stable for 3 days.");
    }

    @Test
    void namesTheAlertAndSinceWhen() {
        var open = Alert.of(raised("a", Severity.ALERT));

        var status = status(List.of(open), check("a", CheckState.ALERT), check("b", CheckState.OK));

        assertThat(status.worry()).isEqualTo(Worry.ALERT);
        assertThat(status.sentence())
                .isEqualTo("One alert: sensitivity in 80+ below its floor since 1 March. 1 of 2 checks in order.");
    }

    @Test
    @DisplayName("C9: silence is told before anything else and never as calm")
    void silenceIsNotCalm() {
        var silent =
                Check.of("feed", CheckKind.FEED, "Feed", CheckState.NO_DATA, "No prediction has come since Friday.");

        var status = status(List.of(), silent, check("a", CheckState.OK));

        assertThat(status.worry()).isEqualTo(Worry.NO_DATA);
        assertThat(status.sentence()).isEqualTo("No prediction has come since Friday. 1 of 2 checks in order.");
    }

    @Test
    void ignoranceIsNotCalmEither() {
        assertThat(status(List.of(), check("a", CheckState.NO_DATA)).worry()).isEqualTo(Worry.NO_DATA);
        assertThat(status(List.of(), check("a", CheckState.WARNING), check("b", CheckState.OK))
                        .worry())
                .isEqualTo(Worry.WARNING);
        assertThat(status(List.of(), check("a", CheckState.PAUSED), check("b", CheckState.OK))
                        .worry())
                .isEqualTo(Worry.PAUSED);
        assertThat(MonitoringStatus.notPlanned(SEPSIS_2, Known.NOTHING).worry()).isEqualTo(Worry.NOT_PLANNED);
    }

    @Test
    @DisplayName("C11: what the data say stands in the line without a plan, and lifts the version above a calm one")
    void tellsWhatTheDataSayUnasked() {
        var known = new Known(List.of(Remark.concern("Calibration is off.")), List.of());

        var unplanned = MonitoringStatus.notPlanned(SEPSIS_2, known);
        var planned = MonitoringStatus.of(run(check("a", CheckState.OK)), List.of(), PLANNED, known, MONDAY);
        var calm = MonitoringStatus.notPlanned(SEPSIS_2, Known.NOTHING);

        assertThat(unplanned.sentence())
                .isEqualTo("Calibration is off. Nobody watches it: no monitoring plan is declared.");
        assertThat(planned.sentence()).isEqualTo("No alert for 6 weeks. Calibration is off. 1 of 1 checks in order.");
        assertThat(List.of(calm, unplanned, planned).stream().sorted(MonitoringStatus.BY_WORRY))
                .containsExactly(unplanned, planned, calm);
        assertThat(unplanned.worry()).isEqualTo(Worry.NOTICE);
        assertThat(known.worry(Worry.WARNING)).isEqualTo(Worry.WARNING);
    }

    @Test
    @DisplayName("C11: the line is told part by part, with what somebody should look at")
    void tellsWhichPartsAreConcerns() {
        var known =
                new Known(List.of(Remark.concern("Calibration is off."), Remark.note("Outcomes are late.")), List.of());
        var two = List.of(Alert.of(raised("a", Severity.ALERT)), Alert.of(raised("b", Severity.WARNING)));

        var status = MonitoringStatus.of(run(check("a", CheckState.ALERT)), two, PLANNED, known, MONDAY);

        assertThat(status.remarks())
                .containsExactly(
                        Remark.concern("2 alerts, the first: sensitivity in 80+ below its floor since 1 March."),
                        Remark.concern("Calibration is off."),
                        Remark.note("Outcomes are late."),
                        Remark.note("0 of 1 checks in order."));
    }

    @Test
    @DisplayName("B9: what clinicians wait for comes first, feared harm is an alert, and nothing is called stable")
    void beginsWithWhatCliniciansWaitFor() {
        var fear = new Fact(Fact.Kind.CONCERN, Fact.Weight.CONCERN, "1 safety concern unanswered.");
        var wrong = new Fact(Fact.Kind.CALLED_WRONG, Fact.Weight.CONCERN, "2 outputs called wrong.");
        var known = new Known(List.of(Remark.note("Outcomes are late.")), List.of());

        var feared = MonitoringStatus.notPlanned(SEPSIS_2, known.with(List.of(fear)));
        var called = MonitoringStatus.of(
                run(check("a", CheckState.OK)), List.of(), PLANNED, known.with(List.of(wrong)), MONDAY);

        assertThat(feared.worry()).isEqualTo(Worry.ALERT);
        assertThat(feared.sentence()).startsWith("1 safety concern unanswered. Outcomes are late.");
        assertThat(called.worry()).isEqualTo(Worry.NOTICE);
        assertThat(called.sentence())
                .isEqualTo("2 outputs called wrong. No alert for 6 weeks. Outcomes are late. 1 of 1 checks in order.");
    }

    private static FinishedRun run(Check... checks) {
        return new FinishedRun(
                UUID.randomUUID(), SEPSIS_2, UUID.randomUUID(), "monitoring", MONDAY, MONDAY, List.of(checks));
    }

    private static MonitoringStatus status(List<Alert> alerts, Check... checks) {
        return MonitoringStatus.of(run(checks), alerts, PLANNED, Known.NOTHING, MONDAY);
    }

    private static AlertFile with(AlertFile alert, Kind kind, Instant at) {
        var events = new java.util.ArrayList<>(alert.events());
        events.add(event(kind, at, null));
        return new AlertFile(
                alert.id(),
                alert.version(),
                alert.site(),
                alert.check(),
                alert.kind(),
                alert.title(),
                alert.since(),
                alert.owner(),
                alert.deputy(),
                alert.action(),
                events);
    }
}
