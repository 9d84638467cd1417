package org.overread.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.MORNING;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;
import static org.overread.registry.gate.GateFixtures.estimate;
import static org.overread.registry.gate.GateFixtures.evidence;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.gate.GateFixtures.policyOf;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.registry.gate.Change.Kind;
import org.overread.registry.gate.Change.OpenAlert;
import org.overread.registry.gate.Change.SevereFinding;

@DisplayName("D15: what has changed since the evidence was pinned")
class ChangesTest {
    private static final SevereFinding CONCERN = finding(true, true);
    private static final OpenAlert ALERT =
            new OpenAlert(new UUID(3, 1), "Sensitivity in 80+ below its floor", true, MORNING);
    private static final OpenAlert WARNING =
            new OpenAlert(new UUID(3, 2), "Lactate is missing more often", false, MORNING);

    private static SevereFinding finding(boolean concern, boolean open) {
        return new SevereFinding(new UUID(2, 1), concern, MORNING.plusSeconds(3600), "north", open);
    }

    private static Policy stoppedBy(StopRule stops) {
        var policy = policyOf(GOOD_SENSITIVITY, NOTHING_SEVERE_OPEN);
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
                stops,
                policy.window(),
                null);
    }

    private static Changes after(StopRule stops, Change... happened) {
        return Changes.of(stoppedBy(stops), goodEvidence(), List.of(happened), null, MORNING.plusSeconds(7200));
    }

    private static Evidence worse() {
        return evidence(
                estimate(GateMetric.SENSITIVITY, 0.62, 0.58, 0.66), Figure.counted(GateMetric.UNANSWERED_SEVERE, 0));
    }

    static Stream<Arguments> everyKind() {
        return Stream.of(
                Arguments.of(Kind.SAFETY_CONCERN, CONCERN),
                Arguments.of(Kind.SEVERE_FINDING, finding(false, true)),
                Arguments.of(Kind.SEVERE_ALERT, ALERT),
                Arguments.of(Kind.WATCHED_LESS, new Change.WatchedLess("a check is paused", MORNING)),
                Arguments.of(Kind.WARNING, WARNING),
                Arguments.of(Kind.OTHER_VERDICT, new Change.OtherVerdict(false, List.of("Sensitivity is not met"))));
    }

    @Test
    void isNothingAtFirst() {
        var changes = after(StopRule.USUAL);

        assertThat(changes.all()).isEmpty();
        assertThat(changes.stopped()).isFalse();
        assertThat(changes.text()).isEmpty();
        assertThat(changes.digest()).isEqualTo(Changes.NONE.digest());
        assertThat(changes.serves()).isEqualTo(MORNING.plus(Duration.ofDays(90)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyKind")
    void stopsByWhatThePolicyNamesAndByNothingElse(Kind kind, Change change) {
        var others = EnumSet.complementOf(EnumSet.of(kind));

        assertThat(after(new StopRule(Set.of(kind), 90, false), change).stops()).containsExactly(change);
        assertThat(after(new StopRule(others, 90, false), change).stops()).isEmpty();
        assertThat(after(new StopRule(others, 90, false), change).all()).containsExactly(change);
    }

    @Test
    void saysWhatItIsAndWhatLeadsOn() {
        assertThat(after(StopRule.USUAL, CONCERN, ALERT).reason())
                .isEqualTo("Stopped by what has changed since:"
                        + " A safety concern of 4 May 2026, 09:00 UTC at north is not cleared."
                        + " Somebody who neither told it nor asked for the release clears it, under Feedback of the version."
                        + " Severe alert open since 4 May 2026, 08:00 UTC: Sensitivity in 80+ below its floor."
                        + " Whoever answers for the model resolves the alert, and says why.");
    }

    @Test
    void anAnsweredFindingIsShownAndStopsNothing() {
        var changes = after(StopRule.USUAL, finding(true, false));

        assertThat(changes.stopped()).isFalse();
        assertThat(changes.text())
                .isEqualTo("A safety concern of 4 May 2026, 09:00 UTC at north has come and is cleared.");
    }

    @Test
    @DisplayName("D15: where the policy says so a finding must be part of new evidence, also when it is answered")
    void asksForNewEvidenceAfterAFinding() {
        var anew = new StopRule(StopRule.USUAL.by(), 90, true);

        assertThat(after(anew, finding(true, false)).reason()).contains("submits it again, on new evidence.");
    }

    @Test
    void theFiguresOfNowStandBesideThePinnedOnes() {
        var policy = stoppedBy(new StopRule(Set.of(Kind.OTHER_VERDICT), 90, false));

        var same = Changes.of(policy, goodEvidence(), List.of(), goodEvidence(), MORNING);
        var shut = Changes.of(policy, goodEvidence(), List.of(), worse(), MORNING);

        assertThat(same.all()).isEmpty();
        assertThat(same.live()).isEqualTo(PromotionGate.decide(policy, goodEvidence()));
        assertThat(shut.stopped()).isTrue();
        assertThat(shut.text())
                .isEqualTo("By the figures of now the gate would be shut; otherwise than pinned: "
                        + GOOD_SENSITIVITY.label() + " is not met.");
    }

    @Test
    void betterFiguresStopNothing() {
        var policy = stoppedBy(new StopRule(Set.of(Kind.OTHER_VERDICT), 90, false));

        assertThat(Changes.of(policy, worse(), List.of(), goodEvidence(), MORNING)
                        .stopped())
                .isFalse();
    }

    @Test
    @DisplayName("D15: evidence grows old on the day the policy sets, to the second")
    void evidenceGrowsOld() {
        var policy = stoppedBy(new StopRule(Set.of(), 30, false));
        var until = MORNING.plus(Duration.ofDays(30));

        assertThat(Changes.of(policy, goodEvidence(), List.of(), null, until.minusSeconds(1))
                        .stopped())
                .isFalse();
        assertThat(Changes.of(policy, goodEvidence(), List.of(), null, until).reason())
                .contains("The evidence was taken on 4 May 2026 and served until 3 June 2026, 08:00 UTC.");
        assertThat(Changes.of(
                                stoppedBy(StopRule.UNSAID),
                                goodEvidence(),
                                List.of(),
                                null,
                                until.plusSeconds(1_000_000_000))
                        .stopped())
                .isFalse();
    }

    @Test
    void whatIsShownChangesWhenAFindingIsAnswered() {
        assertThat(after(StopRule.USUAL, finding(true, true)).digest())
                .isNotEqualTo(after(StopRule.USUAL, finding(true, false)).digest());
    }

    @Test
    void saysInSentencesWhatStopsARelease() {
        assertThat(StopRule.USUAL.sentences())
                .containsExactly(
                        "Although everything was met, a release is stopped by: a new severe finding, a new safety"
                                + " concern, an open severe alert, less watching by the hand of who asked for it.",
                        "Evidence serves for 90 days; after that nobody approves on it.");
    }
}
