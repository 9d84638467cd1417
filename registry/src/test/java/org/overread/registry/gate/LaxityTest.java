package org.overread.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.ENOUGH_PREDICTIONS;
import static org.overread.registry.gate.GateFixtures.FAIR_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.FEW_OVERRIDES;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.MORNING;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Change.Kind;
import org.overread.registry.gate.Criterion.Direction;
import org.overread.registry.gate.PolicyFile.Retirement;
import org.overread.registry.review.RequiredReview;

@DisplayName("D7: in which ways a policy is laxer")
class LaxityTest {
    private static final Instant NOW = MORNING.plus(Duration.ofDays(1));
    private static final List<RequiredReview> TWO =
            List.of(new RequiredReview(Role.CLINICAL_REVIEWER, 2), new RequiredReview(Role.SAFETY_OFFICER, 1));

    private final Policy before = policy("Pilot", 1, null, MORNING, Set.of(), TWO, StopRule.USUAL, criteria());

    private static Criterion[] criteria() {
        return new Criterion[] {GOOD_SENSITIVITY, FEW_OVERRIDES, NOTHING_SEVERE_OPEN};
    }

    private static Policy policy(
            String name,
            int number,
            @Nullable String model,
            Instant at,
            Set<Stage> from,
            List<RequiredReview> reviews,
            StopRule stops,
            Criterion... criteria) {
        return opening(Set.of(Stage.PILOT), name, number, model, at, from, reviews, stops, criteria);
    }

    private static Policy opening(
            Set<Stage> opens,
            String name,
            int number,
            @Nullable String model,
            Instant at,
            Set<Stage> from,
            List<RequiredReview> reviews,
            StopRule stops,
            Criterion... criteria) {
        return new Policy(
                new UUID(name.hashCode(), number),
                name,
                number,
                opens,
                from,
                model,
                List.of(criteria),
                reviews,
                "Dr. Clara Chair",
                at,
                stops,
                EvidenceWindow.EVERYTHING,
                new Enactment("chair", "Agreed.", at, List.of()));
    }

    private static Policy covering(Policy policy, EvidenceWindow window) {
        return new Policy(
                policy.id(),
                policy.name(),
                policy.number(),
                policy.opens(),
                policy.from(),
                policy.model(),
                policy.criteria(),
                policy.reviews(),
                policy.publishedBy(),
                policy.publishedAt(),
                policy.stops(),
                window,
                policy.enactment());
    }

    private List<String> laxer(EvidenceWindow was, EvidenceWindow is) {
        return Laxity.of(covering(next(StopRule.USUAL, criteria()), is), GateFixtures.book(NOW, covering(before, was)));
    }

    @Test
    @DisplayName(
            "D7: every change of the evidence's window lets something pass that was held, and it is said in which way")
    void anotherWindow() {
        var quarter = EvidenceWindow.lastDays(90);

        assertThat(laxer(quarter, quarter)).isEmpty();
        assertThat(laxer(quarter, EvidenceWindow.lastDays(30)))
                .containsExactly(
                        "Leaves out what lies further back: figures cover the last 30 days before they are taken"
                                + " instead of the last 90 days before they are taken.");
        assertThat(laxer(quarter, EvidenceWindow.lastDays(365)))
                .containsExactly(
                        "Lets older cases outweigh what happened lately: figures cover the last 365 days before"
                                + " they are taken instead of the last 90 days before they are taken.");
        assertThat(laxer(quarter, EvidenceWindow.EVERYTHING))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Lets older");
        assertThat(laxer(EvidenceWindow.EVERYTHING, EvidenceWindow.THIS_STAGE))
                .containsExactly(
                        "Leaves out what lies further back: figures cover the time since the version entered the"
                                + " stage it is at instead of everything known of the version.");
        assertThat(laxer(quarter, EvidenceWindow.THIS_STAGE))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Judges other");
    }

    private static Policy next(StopRule stops, Criterion... criteria) {
        return policy("Pilot", 2, null, NOW, Set.of(), TWO, stops, criteria);
    }

    private List<String> laxer(Policy draft, Policy... others) {
        return Laxity.of(
                draft,
                GateFixtures.book(
                        NOW, Stream.concat(Stream.of(before), Stream.of(others)).toArray(Policy[]::new)));
    }

    @Test
    void theSameOrMoreIsNotLaxer() {
        var stricter = new Criterion("s", GateMetric.SENSITIVITY, null, Direction.AT_LEAST, 0.7);

        assertThat(laxer(next(StopRule.USUAL, criteria()))).isEmpty();
        assertThat(laxer(next(StopRule.USUAL, stricter, FEW_OVERRIDES, NOTHING_SEVERE_OPEN, ENOUGH_PREDICTIONS)))
                .isEmpty();
    }

    @Test
    void aCriterionThatIsDropped() {
        assertThat(laxer(next(StopRule.USUAL, FAIR_SENSITIVITY, FEW_OVERRIDES, NOTHING_SEVERE_OPEN)))
                .containsExactly("No longer demands: Sensitivity at least 0.60, by the lower 95 % bound.");
    }

    @Test
    void aLimitThatIsLoweredOrRaised() {
        var low = new Criterion("low", GateMetric.SENSITIVITY, null, Direction.AT_LEAST, 0.5);
        var many = new Criterion("many", GateMetric.OVERRIDE_RATE, null, Direction.AT_MOST, 0.4);

        assertThat(laxer(next(StopRule.USUAL, low, many, NOTHING_SEVERE_OPEN)))
                .containsExactly(
                        "Demands Sensitivity at least 0.50, by the lower 95 % bound instead of at least 0.60.",
                        "Demands Override rate at most 0.40, by the upper 95 % bound instead of at most 0.30.");
    }

    @Test
    void fewerReviews() {
        var one = List.of(new RequiredReview(Role.CLINICAL_REVIEWER, 1));

        assertThat(laxer(policy("Pilot", 2, null, NOW, Set.of(), one, StopRule.USUAL, criteria())))
                .containsExactly(
                        "Asks for 1 instead of 2 reviews as Clinical reviewer.",
                        "Asks for 0 instead of 1 reviews as Safety officer.");
    }

    @Test
    void fewerStopsAndOlderEvidence() {
        assertThat(laxer(next(
                        new StopRule(Set.of(Kind.SAFETY_CONCERN, Kind.SEVERE_ALERT, Kind.WATCHED_LESS), 120, false),
                        criteria())))
                .containsExactly(
                        "Is no longer stopped by a new severe finding.",
                        "Lets evidence serve for 120 instead of 90 days.");
    }

    @Test
    void noMoreNewEvidenceAfterAFinding() {
        var anew = new StopRule(StopRule.USUAL.by(), 90, true);
        var draft = policy("Pilot", 3, null, NOW, Set.of(), TWO, StopRule.USUAL, criteria());

        assertThat(laxer(draft, policy("Pilot", 2, null, MORNING, Set.of(), TWO, anew, criteria())))
                .containsExactly("No longer asks for new evidence after a severe finding.");
    }

    @Test
    void anEarlierStageToComeFrom() {
        var from = Set.of(Stage.SILENT, Stage.REGISTERED);

        assertThat(laxer(policy("Pilot", 2, null, NOW, from, TWO, StopRule.USUAL, criteria())))
                .containsExactly("Lets Pilot be entered from Registered.");
    }

    @Test
    void anotherStageThatIsOpened() {
        var wide = opening(
                Set.of(Stage.PILOT, Stage.GENERAL), "Pilot", 2, null, NOW, Set.of(), TWO, StopRule.USUAL, criteria());
        var apart = opening(Set.of(Stage.GENERAL), "General", 1, null, NOW, Set.of(), TWO, StopRule.USUAL, criteria());

        assertThat(laxer(wide)).containsExactly("Opens General use, which is closed.");
        assertThat(laxer(apart)).containsExactly("Opens General use, which is closed.");
    }

    @Test
    void theVeryFirstPolicyLowersNothing() {
        assertThat(Laxity.of(before, GateFixtures.book(NOW))).isEmpty();
    }

    @Test
    @DisplayName("D7: another name is no way around the bar")
    void aPolicyOfAnotherName() {
        assertThat(laxer(policy(
                        "Quick", 1, null, NOW, Set.of(), TWO, StopRule.USUAL, GOOD_SENSITIVITY, NOTHING_SEVERE_OPEN)))
                .containsExactly("No longer demands: " + FEW_OVERRIDES.label() + ".");
    }

    @Test
    @DisplayName("D7: one for a single model is compared with the one for every model, which it goes before")
    void aPolicyForOneModel() {
        assertThat(laxer(policy(
                        "Sepsis",
                        1,
                        "sepsis",
                        NOW,
                        Set.of(),
                        TWO,
                        StopRule.USUAL,
                        GOOD_SENSITIVITY,
                        NOTHING_SEVERE_OPEN)))
                .containsExactly("No longer demands: " + FEW_OVERRIDES.label() + ".");
    }

    @Test
    @DisplayName("D7: what is announced is a bar already")
    void aPolicyThatWouldUndoWhatIsAnnounced() {
        var june = NOW.plus(Duration.ofDays(30));
        var announced = policy(
                "Pilot",
                2,
                null,
                june,
                Set.of(),
                TWO,
                StopRule.USUAL,
                GOOD_SENSITIVITY,
                FEW_OVERRIDES,
                NOTHING_SEVERE_OPEN,
                ENOUGH_PREDICTIONS);
        var same = policy("Pilot", 3, null, NOW, Set.of(), TWO, StopRule.USUAL, criteria());

        assertThat(laxer(same)).isEmpty();
        assertThat(laxer(same, announced)).containsExactly("No longer demands: " + ENOUGH_PREDICTIONS.label() + ".");
    }

    @Test
    @DisplayName("D7: giving up a stage is no way to an older, laxer policy")
    void anOlderPolicyThatWouldJudgeAgain() {
        var older = opening(
                Set.of(Stage.GENERAL),
                "Old",
                1,
                null,
                MORNING.minusSeconds(9),
                Set.of(),
                TWO,
                StopRule.USUAL,
                NOTHING_SEVERE_OPEN);
        var strict = opening(
                Set.of(Stage.PILOT, Stage.GENERAL),
                "Pilot",
                2,
                null,
                MORNING.plusSeconds(9),
                Set.of(),
                TWO,
                StopRule.USUAL,
                criteria());
        var narrow = policy("Pilot", 3, null, NOW, Set.of(), TWO, StopRule.USUAL, criteria());

        assertThat(laxer(narrow, older, strict))
                .containsExactly(
                        "No longer demands: " + GOOD_SENSITIVITY.label() + ".",
                        "No longer demands: " + FEW_OVERRIDES.label() + ".");
    }

    @Test
    @DisplayName("D7: what was retired stays closed until somebody opens it, which is laxer")
    void whatWasRetired() {
        var retired = new PolicyFile(
                before, null, new Retirement("x", "Dr. Carol Chair", "Unused.", MORNING.plusSeconds(60)));
        var book = new PolicyBook(List.of(retired), NOW);

        assertThat(book.inForce("sepsis", Stage.PILOT)).isEmpty();
        assertThat(book.state(retired)).isEqualTo(PolicyState.RETIRED);
        assertThat(Laxity.of(next(StopRule.USUAL, criteria()), book)).containsExactly("Opens Pilot, which is closed.");
    }
}
