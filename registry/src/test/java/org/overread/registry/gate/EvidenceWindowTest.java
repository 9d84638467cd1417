package org.overread.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.EvidenceWindow.EVERYTHING;
import static org.overread.registry.gate.EvidenceWindow.THIS_STAGE;
import static org.overread.registry.gate.EvidenceWindow.lastDays;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.MORNING;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.gate.EvidenceWindow.Span;

@DisplayName("A6: a policy says which time its evidence covers")
class EvidenceWindowTest {
    private static final Instant ENTERED = Instant.parse("2026-02-10T15:30:00Z");

    @Test
    void beginsWithADay() {
        assertThat(EVERYTHING.from(MORNING, ENTERED)).isNull();
        assertThat(lastDays(30).from(MORNING, ENTERED)).isEqualTo("2026-04-04T00:00:00Z");
        assertThat(THIS_STAGE.from(MORNING, ENTERED)).isEqualTo("2026-02-10T00:00:00Z");
        assertThat(THIS_STAGE.from(MORNING, null)).isNull();
    }

    @Test
    @DisplayName("A6: laid beside it later, a window of days has moved on and one of a stage begins where it did")
    void beginsAgainWhereItDid() {
        var pinned = THIS_STAGE.from(MORNING, ENTERED);

        assertThat(THIS_STAGE.from(MORNING.plusSeconds(864_000), pinned)).isEqualTo(pinned);
        assertThat(lastDays(30).from(MORNING.plusSeconds(864_000), pinned)).isEqualTo("2026-04-14T00:00:00Z");
    }

    @Test
    void saysWhatItCovers() {
        assertThat(EVERYTHING.sentence()).isEqualTo("Its figures cover everything known of the version.");
        assertThat(lastDays(90).sentence()).isEqualTo("Its figures cover the last 90 days before they are taken.");
        assertThat(THIS_STAGE.sentence())
                .isEqualTo("Its figures cover the time since the version entered the stage it is at.");
    }

    @Test
    void isPrinted() {
        assertThat(GateFixtures.goodEvidence().covers())
                .isEqualTo("3 February 2026, 08:00 UTC to 4 May 2026, 08:00 UTC");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6, 1826})
    void refusesDaysThatTellNothing(int days) {
        assertThat(lastDays(days).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("window.days"));
    }

    @Test
    void asksForDaysWhereTheyAreNeededAndNowhereElse() {
        assertThat(new EvidenceWindow(Span.LAST_DAYS, null).problems()).hasSize(1);
        assertThat(new EvidenceWindow(Span.EVERYTHING, 30).problems()).hasSize(1);
        assertThat(lastDays(7).problems()).isEmpty();
        assertThat(THIS_STAGE.problems()).isEmpty();
    }

    @Test
    @DisplayName("A6: a policy from before windows keeps its text, and with it its digest, and covers everything")
    void oldPoliciesCoverEverything() {
        var text = CanonicalJson.of(GateFixtures.policyOf(GOOD_SENSITIVITY));
        var old = text.replaceFirst(",\"window\":\\{[^}]*}", "");

        assertThat(old).isNotEqualTo(text);
        assertThat(CanonicalJson.read(old, Policy.class)).isEqualTo(GateFixtures.policyOf(GOOD_SENSITIVITY));
    }
}
