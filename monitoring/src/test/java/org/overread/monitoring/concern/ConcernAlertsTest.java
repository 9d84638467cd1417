package org.overread.monitoring.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.Severity;
import org.overread.monitoring.check.CheckKind;
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.registry.Actor;
import org.overread.registry.Written;

/** What clinicians say is put on a clock. */
class ConcernAlertsTest extends ConcernBench {
    @Test
    @DisplayName("C7: a safety concern is an alert in the same transaction, with an owner, a deputy and a date")
    void aFearIsAnAlert() {
        show("a", "north");
        fear("harm", "a");

        assertThat(open()).singleElement().satisfies(alert -> {
            var file = alert.file();
            assertThat(file.kind()).isEqualTo(CheckKind.CONCERN);
            assertThat(file.title()).isEqualTo("Safety concern of a clinician at north");
            assertThat(file.severity()).isEqualTo(Severity.ALERT);
            assertThat(file.owner()).isEqualTo(MIRA.personId());
            assertThat(file.deputy()).isEqualTo(OMAR.personId());
            assertThat(file.due()).isEqualTo(now.plus(Duration.ofDays(3)));
            assertThat(file.sentence()).doesNotContain("shock");
            assertThat(ConcernAlerts.finding(file)).contains(id("harm"));
            assertThat(circles.of(file)).containsExactly(OMAR.personId(), MIRA.personId(), CLARA.personId());
        });
    }

    @Test
    @DisplayName("C7: a second concern is an alert of its own, also when the first is acknowledged")
    void aSecondIsNotHiddenByTheFirst() {
        show("a", "north");
        fear("harm", "a");
        var first = open().getFirst().file().id();
        inTransaction(() -> alerts.acknowledge(MIRA, first, Written.plainly("I look")));
        fear("another", "a");

        assertThat(open()).hasSize(2);
        assertThat(inTransaction(() -> alerts.waitingFor(MIRA.personId()))).hasSize(1);
    }

    @Test
    @DisplayName("C7: outputs called wrong share one alert of each version, which ends with the last of them")
    void wrongOutputsShareOne() {
        show("a", "north");
        show("b", "south");
        callWrong("wrong", "a");
        callWrong("wrong too", "b");

        assertThat(open())
                .singleElement()
                .satisfies(alert -> assertThat(alert.file().severity()).isEqualTo(Severity.WARNING));

        answer(OMAR, "wrong", Disposition.OUTPUT_WAS_RIGHT);
        assertThat(open()).hasSize(1);

        answer(OMAR, "wrong too", Disposition.OUTPUT_WAS_RIGHT);
        assertThat(open()).isEmpty();
        assertThat(told).last().asString().contains("None waits any more. The last: omar: Looked into");
    }

    @Test
    @DisplayName("C7: the alert of a concern ends with its answer or its withdrawal, each with a word, and not by hand")
    void endsWithTheAnswerOrTheWithdrawal() {
        show("a", "north");
        fear("harm", "a");
        fear("slip", "a");
        var id = open().getFirst().file().id();

        assertThatThrownBy(() -> inTransaction(() -> alerts.resolve(MIRA, id, Written.plainly("It is fine as it is."))))
                .hasMessage("This alert ends when what the clinician said is answered: answer it there.");

        takeBack("slip");
        assertThat(told).last().asString().endsWith("Who said it has taken it back.");
        answer(OMAR, "harm", Disposition.INPUT_WAS_WRONG);
        assertThat(told).last().asString().endsWith("omar: Wrong, missing or late input data; seen to at the source");
        assertThat(open()).isEmpty();
    }

    @Test
    @DisplayName("C7: unanswered when due it goes to the safety officer")
    void escalates() {
        show("a", "north");
        fear("harm", "a");
        later(Duration.ofDays(3));

        inTransaction(() -> alerts.escalate(new Actor.Product("monitoring")));

        assertThat(open())
                .singleElement()
                .satisfies(alert -> assertThat(alert.file().answerer()).isEqualTo(OMAR.personId()));
    }

    @Test
    @DisplayName("C7: a run of the checks leaves the alerts of concerns alone")
    void aRunLeavesItAlone() {
        show("a", "north");
        fear("harm", "a");

        inTransaction(() -> alerts.apply(new Actor.Product("monitoring"), SEPSIS_1, PlanFixtures.plan(), List.of()));

        assertThat(open()).hasSize(1);
    }

    @Test
    @DisplayName(
            "B4: the concern of an output that comes later is an alert once it has come, and catching up adds none")
    void theOutputMayComeLater() {
        fear("harm", "late");
        assertThat(alerts()).isEmpty();

        show("late", "north");
        catchUp();
        catchUp();

        assertThat(open()).hasSize(1);
    }

    @Test
    @DisplayName("C7: what waits without an alert, since before there were any, gets one")
    void catchesUp() {
        show("a", "north");
        services.tell(new SilentNews());
        fear("harm", "a");
        assertThat(alerts()).isEmpty();

        catchUp();

        assertThat(open()).singleElement().isInstanceOf(Alert.Raised.class);
    }

    /** Tells nobody. */
    private static final class SilentNews implements org.overread.monitoring.feedback.FindingNews {
        @Override
        public void changed(org.overread.monitoring.feedback.Finding finding) {}

        @Override
        public void withdrawn(org.overread.monitoring.feedback.Finding finding) {}
    }
}
