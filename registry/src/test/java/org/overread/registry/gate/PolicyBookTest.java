package org.overread.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.ENOUGH_PREDICTIONS;
import static org.overread.registry.gate.GateFixtures.FAIR_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.MORNING;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.review.RequiredReview;

class PolicyBookTest {
    private static Policy policy(String name, int number, @Nullable String model, int hour, Stage... opens) {
        return new Policy(
                new UUID(name.hashCode(), number),
                name,
                number,
                Set.of(opens),
                Set.of(),
                model,
                List.of(GOOD_SENSITIVITY, NOTHING_SEVERE_OPEN),
                List.of(new RequiredReview(Role.CLINICAL_REVIEWER, 1)),
                "Dr. Clara Chair",
                MORNING.plusSeconds(3600L * hour),
                StopRule.USUAL,
                EvidenceWindow.EVERYTHING,
                null);
    }

    private static PolicyBook book(Policy... policies) {
        return GateFixtures.book(MORNING.plusSeconds(86_400), policies);
    }

    @Test
    @DisplayName("D4: an empty book opens nothing")
    void isClosedByDefault() {
        assertThat(book().inForce("sepsis", Stage.PILOT)).isEmpty();
        assertThat(book(policy("Pilot", 1, null, 1, Stage.PILOT)).inForce("sepsis", Stage.GENERAL))
                .isEmpty();
    }

    @Test
    @DisplayName("D7: the highest number of a series is in force, in whatever order they are kept")
    void takesTheHighestNumber() {
        var first = policy("Pilot", 1, null, 1, Stage.PILOT);
        var second = policy("Pilot", 2, null, 2, Stage.PILOT);

        assertThat(book(second, first).inForce("sepsis", Stage.PILOT)).contains(second);
        assertThat(book(first, second).inForce("sepsis", Stage.PILOT)).contains(second);
    }

    @Test
    @DisplayName("D4: a stage that the newest number no longer opens is closed")
    void anOlderNumberOpensNothingAnyMore() {
        var wide = policy("Live", 1, null, 1, Stage.PILOT, Stage.GENERAL);
        var narrow = policy("Live", 2, null, 2, Stage.PILOT);

        assertThat(book(wide, narrow).inForce("sepsis", Stage.GENERAL)).isEmpty();
    }

    @Test
    void aPolicyForTheModelGoesBeforeALaterOneForAll() {
        var own = policy("Sepsis", 1, "sepsis", 1, Stage.PILOT);
        var general = policy("Pilot", 1, null, 2, Stage.PILOT);

        assertThat(book(own, general).inForce("sepsis", Stage.PILOT)).contains(own);
        assertThat(book(own, general).inForce("pancreas", Stage.PILOT)).contains(general);
    }

    @Test
    void ofTwoSeriesTheLaterPublishedJudges() {
        var earlier = policy("Pilot", 7, null, 1, Stage.PILOT);
        var later = policy("Another", 1, null, 2, Stage.PILOT);

        assertThat(book(later, earlier).inForce("sepsis", Stage.PILOT)).contains(later);
    }

    @Test
    void countsEachSeriesByItself() {
        var book = book(
                policy("Pilot", 1, null, 1, Stage.PILOT),
                policy("Pilot", 2, null, 2, Stage.PILOT),
                policy("Pilot", 1, "sepsis", 3, Stage.PILOT));

        assertThat(book.nextNumber("Pilot", null)).isEqualTo(3);
        assertThat(book.nextNumber("Pilot", "sepsis")).isEqualTo(2);
        assertThat(book.nextNumber("Pilot", "pancreas")).isEqualTo(1);
        assertThat(book.latest()).hasSize(2);
    }

    @Test
    @DisplayName("D7: tells what a newer policy demands otherwise")
    void tellsTheDifference() {
        var older = GateFixtures.pilotPolicy(1, List.of(GOOD_SENSITIVITY, ENOUGH_PREDICTIONS));
        var newer = new Policy(
                new UUID(1, 2),
                older.name(),
                2,
                older.opens(),
                older.from(),
                null,
                List.of(FAIR_SENSITIVITY, ENOUGH_PREDICTIONS),
                List.of(new RequiredReview(Role.CLINICAL_REVIEWER, 2), new RequiredReview(Role.TECHNICAL_REVIEWER, 1)),
                "Dr. Clara Chair",
                MORNING,
                StopRule.USUAL,
                EvidenceWindow.EVERYTHING,
                null);

        assertThat(newer.changesSince(older))
                .containsExactly(
                        "Now demanded: " + FAIR_SENSITIVITY.label() + ".",
                        "Now demanded: 2 × Clinical reviewer.",
                        "No longer demanded: " + GOOD_SENSITIVITY.label() + ".",
                        "No longer demanded: 1 × Clinical reviewer.");
        assertThat(older.changesSince(older)).isEmpty();
    }
}
