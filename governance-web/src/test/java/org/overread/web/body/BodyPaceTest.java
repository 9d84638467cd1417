package org.overread.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

class BodyPaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final BodyRule RULE = new BodyRule(50_000, 1_000, Duration.ofSeconds(10), Duration.ofMinutes(2));

    private final BodyPace pace = new BodyPace(RULE, -1, 0);

    @Test
    @DisplayName("D2: a body that is waited for ten seconds must have brought a thousand bytes for each")
    void asksForALeastRate() {
        pace.received(9_999);
        pace.waited(10 * SECOND - 1);
        assertThat(pace.fault(10 * SECOND)).isEmpty();

        pace.waited(1);

        assertThat(pace.fault(10 * SECOND)).hasValueSatisfying(fault -> {
            assertThat(fault.code()).isEqualTo(ErrorCode.TOO_SLOW);
            assertThat(fault).hasMessageStartingWith("The body came more slowly than 1,000 bytes a second.");
        });
    }

    @Test
    @DisplayName("D2: each ten seconds are judged anew: a fast beginning buys no slow rest")
    void judgesEachWindow() {
        pace.received(40_000);
        pace.waited(10 * SECOND);
        assertThat(pace.fault(10 * SECOND)).isEmpty();

        pace.received(1);
        pace.waited(10 * SECOND);

        assertThat(pace.fault(20 * SECOND)).map(GovernanceException::code).contains(ErrorCode.TOO_SLOW);
    }

    @Test
    @DisplayName("D2: the time that the server takes itself does not count against the sender, but the whole does")
    void countsOnlyWaiting() {
        pace.received(1);
        assertThat(pace.fault(119 * SECOND)).isEmpty();

        assertThat(pace.fault(120 * SECOND))
                .hasValueSatisfying(fault ->
                        assertThat(fault).hasMessageStartingWith("The body did not come to its end within 2 minutes."));
    }

    @Test
    void takesOnlySoMuch() {
        pace.received(50_000);
        assertThat(pace.fault(1)).isEmpty();

        pace.received(1);
        assertThat(pace.fault(1)).map(GovernanceException::code).contains(ErrorCode.TOO_LARGE);
    }

    @Test
    @DisplayName("D2: uploads may be of any size and take hours; nothing else may")
    void knowsUploads() {
        var rules = BodyRule.Rules.of(Map.of("OVERREAD_UPLOAD_MINUTES", "30"));

        assertThat(rules.at("/api/v1/models/sepsis/versions/2/predictions").whole())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(rules.at("/VAADIN/dynamic/resource/3/ab/upload").mostBytes()).isEqualTo(Long.MAX_VALUE);
        assertThat(rules.at("/sign-in").whole()).isEqualTo(Duration.ofMinutes(2));
        assertThat(rules.at("/api/v1/models/sepsis/versions/2/cards").mostBytes())
                .isEqualTo(20 << 20);
        assertThatThrownBy(() -> BodyRule.Rules.of(Map.of("OVERREAD_UPLOAD_LEAST_RATE", "fast")))
                .hasMessage("OVERREAD_UPLOAD_LEAST_RATE must be a whole number from 1, not fast");
    }
}
