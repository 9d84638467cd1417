package org.overread.monitoring.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.alert.AlertFixtures.MONDAY;
import static org.overread.monitoring.alert.AlertFixtures.check;
import static org.overread.monitoring.alert.AlertFixtures.event;
import static org.overread.monitoring.alert.AlertFixtures.raised;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.alert.Alert.Acknowledged;
import org.overread.monitoring.alert.Alert.Raised;
import org.overread.monitoring.alert.Alert.Resolved;
import org.overread.monitoring.alert.AlertEvent.Kind;
import org.overread.monitoring.alert.AlertRule.Keep;
import org.overread.monitoring.alert.AlertRule.Raise;
import org.overread.monitoring.alert.AlertRule.Resolve;
import org.overread.monitoring.alert.AlertRule.Ruling;
import org.overread.monitoring.alert.AlertRule.Worsen;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckState;
import org.overread.registry.testing.Actors;

class AlertTest {
    private static final AlertFile ALERT = raised("s", Severity.ALERT);
    private static final AlertFile WARNING = raised("s", Severity.WARNING);

    @Test
    void whatItIsFollowsFromItsEvents() {
        var acknowledged = ALERT.with(event(Kind.ACKNOWLEDGED, MONDAY.plusSeconds(60), null));

        assertThat(Alert.of(ALERT)).isInstanceOf(Raised.class);
        assertThat(Alert.of(ALERT.with(event(Kind.COMMENTED, MONDAY, null)))).isInstanceOf(Raised.class);
        assertThat(Alert.of(acknowledged)).isInstanceOf(Acknowledged.class);
        assertThat(Alert.of(acknowledged.with(event(Kind.RESOLVED, MONDAY, null))))
                .isInstanceOf(Resolved.class);
    }

    @Test
    void gettingWorseAsksForANewAcknowledgement() {
        var worse = WARNING.with(event(Kind.ACKNOWLEDGED, MONDAY, null))
                .with(event(Kind.WORSENED, MONDAY.plus(Duration.ofDays(1)), Severity.ALERT));

        assertThat(Alert.of(worse)).isInstanceOf(Raised.class);
        assertThat(worse.severity()).isEqualTo(Severity.ALERT);
        assertThat(worse.due()).isEqualTo(MONDAY.plus(Duration.ofDays(4)));
    }

    @Test
    @DisplayName("C7: every alert has an owner, a due date and an action; unanswered when due it goes to the deputy")
    void escalatesWhenDue() {
        var open = (Raised) Alert.of(ALERT);
        var due = MONDAY.plus(Duration.ofDays(3));
        var escalated = ALERT.with(event(Kind.ESCALATED, due, null));

        assertThat(ALERT.due()).isEqualTo(due);
        assertThat(ALERT.answerer()).isEqualTo(Actors.idOf("mira"));
        assertThat(open.escalates(due.minusSeconds(1))).isFalse();
        assertThat(open.escalates(due)).isTrue();
        assertThat(escalated.answerer()).isEqualTo(Actors.idOf("tom"));
        assertThat(((Raised) Alert.of(escalated)).escalates(due.plusSeconds(1))).isFalse();
    }

    @Test
    @DisplayName("C7: a check in disorder raises one alert, and only one")
    void raisesOnce() {
        var bad = check("s", CheckState.ALERT);

        assertThat(rulings(bad, List.of())).containsExactly(new Raise(bad, Severity.ALERT));
        assertThat(rulings(bad, List.of(Alert.of(ALERT)))).containsExactly(new Keep(Alert.of(ALERT)));
    }

    @Test
    void aWarningBecomesAnAlertAndNeverTheOtherWayRound() {
        var bad = check("s", CheckState.ALERT);

        assertThat(rulings(bad, List.of(Alert.of(WARNING)))).containsExactly(new Worsen(Alert.of(WARNING), bad));
        assertThat(rulings(check("s", CheckState.WARNING), List.of(Alert.of(ALERT))))
                .containsExactly(new Keep(Alert.of(ALERT)));
    }

    @Test
    void isResolvedByOrderAndNotByIgnorance() {
        assertThat(rulings(check("s", CheckState.OK), List.of(Alert.of(ALERT))))
                .singleElement()
                .isInstanceOf(Resolve.class);
        assertThat(rulings(check("s", CheckState.NO_DATA), List.of(Alert.of(ALERT))))
                .singleElement()
                .isInstanceOf(Keep.class);
        assertThat(rulings(check("s", CheckState.PAUSED), List.of(Alert.of(ALERT))))
                .singleElement()
                .isInstanceOf(Keep.class);
    }

    @Test
    void whatIsNoLongerWatchedIsOver() {
        assertThat(rulings(check("other", CheckState.OK), List.of(Alert.of(ALERT))))
                .singleElement()
                .isInstanceOf(Resolve.class);
    }

    private static List<Ruling> rulings(Check check, List<Alert> open) {
        return AlertRule.evaluate(List.of(check), open);
    }
}
