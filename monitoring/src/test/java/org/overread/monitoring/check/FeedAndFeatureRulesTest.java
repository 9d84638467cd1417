package org.overread.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.check.FeatureRule.Counted;
import org.overread.monitoring.plan.DayCount;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.plan.WindowRule.Days;
import org.overread.registry.ModelVersionId;

class FeedAndFeatureRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final Days WEEK = new Days(LocalDate.parse("2026-02-23"), LocalDate.parse("2026-03-02"));
    private static final WatchedFeature AGE = PlanFixtures.plan().features().getFirst();

    @Test
    @DisplayName("C9: stop the feed: no data, not green, and somebody is told")
    void tellsSilence() {
        var silent = FeedRule.feed(watch(NOW.minus(Duration.ofHours(48)), true));

        assertThat(silent.state()).isEqualTo(CheckState.NO_DATA);
        assertThat(silent.raises()).isTrue();
        assertThat(silent.headline()).isEqualTo("Feed silent");
        assertThat(silent.sentence())
                .isEqualTo("No prediction has come since 2 March 2026, 12:00 UTC; the plan expects one within 48"
                        + " hours.");
        assertThat(FeedRule.feed(watch(NOW.minus(Duration.ofHours(47)), true)).state())
                .isEqualTo(CheckState.OK);
    }

    @Test
    void aVersionThatIsNotInUseIsSilentForAReason() {
        var silent = FeedRule.feed(watch(NOW.minus(Duration.ofDays(400)), false));

        assertThat(silent.state()).isEqualTo(CheckState.NO_DATA);
        assertThat(silent.raises()).isFalse();
    }

    @Test
    @DisplayName("C9: a feed that never began is no data; it is told once the plan has waited long enough")
    void tellsAFeedThatNeverBegan() {
        var never = FeedRule.feed(watch(null, true));

        assertThat(never.state()).isEqualTo(CheckState.NO_DATA);
        assertThat(never.raises()).isTrue();
        var fresh = new Watch(
                new ModelVersionId("sepsis", 2), PlanFixtures.plan(), NOW.minus(Duration.ofHours(47)), null, true, NOW);
        assertThat(FeedRule.feed(fresh).state()).isEqualTo(CheckState.NO_DATA);
        assertThat(FeedRule.feed(fresh).raises()).isFalse();
    }

    @Test
    @DisplayName("C9: a volume far below that of the reference window is told")
    void comparesTheVolumeWithTheReferenceWindow() {
        assertThat(volume(100)).isEqualTo(CheckState.OK);
        assertThat(volume(49)).isEqualTo(CheckState.WARNING);
        assertThat(volume(19)).isEqualTo(CheckState.ALERT);
        assertThat(volume(201)).isEqualTo(CheckState.WARNING);
        assertThat(volume(200)).isEqualTo(CheckState.OK);
        assertThat(volume(50)).isEqualTo(CheckState.OK);
        assertThat(volume(20)).as("a fifth").isEqualTo(CheckState.WARNING);
    }

    @Test
    @DisplayName("C9: the volume is that of the last whole window, and nobody is told of a version that is not in use")
    void countsTheLastWholeWindow() {
        var days = Stream.concat(
                        days(LocalDate.parse("2025-01-01"), 90, 100),
                        Stream.concat(days(WEEK.from(), 7, 19), days(WEEK.to(), 2, 5_000)))
                .toList();

        var used = FeedRule.volume(watch(NOW, true), days).findFirst().orElseThrow();
        assertThat(used.sentence())
                .isEqualTo(
                        "133 predictions from 23 February 2026 to 1 March 2026, where the reference window would have"
                                + " held 700.");
        assertThat(used.state()).isEqualTo(CheckState.ALERT);
        assertThat(used.raises()).isTrue();
        assertThat(FeedRule.volume(watch(NOW, false), days)
                        .findFirst()
                        .orElseThrow()
                        .raises())
                .isFalse();
        assertThat(FeedRule.volume(watch(NOW, true), days(WEEK.from(), 7, 100).toList()))
                .as("nothing came in the reference window")
                .isEmpty();
    }

    @Test
    @DisplayName("C9: a feature that vanishes, goes missing or changes its unit is told")
    void judgesFeatures() {
        assertThat(features(1000, 0, 0)).containsExactly(CheckState.OK, CheckState.OK);
        assertThat(features(800, 200, 0)).containsExactly(CheckState.WARNING, CheckState.OK);
        assertThat(features(0, 1000, 0)).containsExactly(CheckState.ALERT, CheckState.NO_DATA);
        assertThat(features(1000, 0, 30)).containsExactly(CheckState.OK, CheckState.WARNING);
        assertThat(features(1000, 0, 900)).containsExactly(CheckState.OK, CheckState.ALERT);
        assertThat(features(0, 0, 0)).containsExactly(CheckState.NO_DATA, CheckState.NO_DATA);
    }

    @Test
    @DisplayName(
            "C9: a feature stands so since the first of the bad windows in a row, whatever is not known between them")
    void saysSinceWhenAFeatureIsBad() {
        var windows = List.of(
                week(0, 700, 300, 600),
                week(1, 800, 200, 0),
                week(2, 0, 0, 0),
                week(3, 0, 900, 0),
                week(4, 1000, 0, 30));

        assertThat(FeatureRule.of(AGE, windows).map(Check::since))
                .containsExactly(WEEK.from().minusWeeks(3), WEEK.from());
    }

    @Test
    @DisplayName("C9: it looks back no further than the bad windows reach")
    void looksBackOnlyAsFarAsItMust() {
        var asked = new ArrayList<LocalDate>();
        var checks = new FeatureChecks();
        checks.counts = (_, features, from, _) -> {
            asked.add(from);
            boolean bad = !from.isBefore(LocalDate.parse("2026-02-09"));
            return features.stream()
                    .map(feature -> new FeatureCount(feature.name(), bad ? 500 : 1000, bad ? 500 : 0, 0))
                    .toList();
        };

        assertThat(checks.checks(watch(NOW, true)))
                .filteredOn(check -> check.key().equals("missing:age"))
                .extracting(Check::since)
                .containsExactly(LocalDate.parse("2026-02-09"));
        assertThat(asked).last().isEqualTo(LocalDate.parse("2026-02-02"));
    }

    @Test
    void fewPredictionsRaiseNothing() {
        assertThat(features(3, 1, 0)).containsExactly(CheckState.OK, CheckState.OK);
    }

    @Test
    @DisplayName("C3: a check of a feature tells no share that stands for few")
    void tellsNoShareOfFew() {
        assertThat(sentences(997, 3, 2))
                .satisfiesExactly(
                        missing -> assertThat(missing).startsWith("age is missing in a few of 1,000 predictions"),
                        values -> assertThat(values)
                                .startsWith("Of the values of age")
                                .contains(", a few are not")
                                .doesNotContain("997"));
        assertThat(sentences(3, 997, 0).getFirst()).startsWith("age is missing in nearly all of 1,000 predictions");
        assertThat(sentences(900, 100, 0).getFirst()).startsWith("age is missing in 10");
    }

    private static List<String> sentences(long present, long missing, long notAllowed) {
        return FeatureRule.of(AGE, List.of(week(0, present, missing, notAllowed)))
                .map(Check::sentence)
                .toList();
    }

    private static Stream<CheckState> features(long present, long missing, long notAllowed) {
        return FeatureRule.of(AGE, List.of(week(0, present, missing, notAllowed)))
                .map(Check::state);
    }

    private static Counted week(int ago, long present, long missing, long notAllowed) {
        return new Counted(
                new Days(WEEK.from().minusWeeks(ago), WEEK.to().minusWeeks(ago)),
                new FeatureCount("age", present, missing, notAllowed));
    }

    /** So many predictions a day in the last week, where the reference window held a hundred. */
    private static CheckState volume(long perDay) {
        var days = Stream.concat(days(LocalDate.parse("2025-01-01"), 90, 100), days(WEEK.from(), 7, perDay))
                .toList();
        return FeedRule.volume(watch(NOW, true), days).findFirst().orElseThrow().state();
    }

    private static Stream<DayCount> days(LocalDate first, int count, long perDay) {
        return IntStream.range(0, count).mapToObj(i -> new DayCount(first.plusDays(i), perDay, 0, 0));
    }

    private static Watch watch(@Nullable Instant newest, boolean live) {
        return new Watch(
                new ModelVersionId("sepsis", 2),
                PlanFixtures.plan(),
                NOW.minus(Duration.ofDays(30)),
                newest,
                live,
                NOW);
    }
}
