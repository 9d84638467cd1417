package org.overread.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ModelVersionId;

/** One version is live for each audience at a site, and the past is told by the rule it was made under. */
class AudiencesTest {
    private static final ModelVersionId V1 = new ModelVersionId("sepsis", 1);
    private static final ModelVersionId V2 = new ModelVersionId("sepsis", 2);
    private static final ModelVersionId V3 = new ModelVersionId("sepsis", 3);
    private static final LiveRule THEN = LiveRule.ONE_FOR_EACH_SITE;
    private static final LiveRule NOW = LiveRule.ONE_FOR_EACH_AUDIENCE;

    private static final List<Moment> A_YEAR = List.of(
            new Moment(V1, Stage.PILOT, new LiveVersions(null, V1)),
            new Moment(V1, Stage.GENERAL, new LiveVersions(V1, null)),
            new Moment(V2, Stage.PILOT, new LiveVersions(V1, V2)),
            new Moment(V3, Stage.PILOT, new LiveVersions(V1, V3)),
            new Moment(V2, Stage.GENERAL, new LiveVersions(V2, V3)),
            new Moment(V3, Stage.GENERAL, new LiveVersions(V3, null)),
            new Moment(V2, Stage.PILOT, new LiveVersions(V3, V2)),
            new Moment(V3, Stage.SUSPENDED, new LiveVersions(null, V2)),
            new Moment(V2, Stage.SUSPENDED, LiveVersions.NONE));

    private record Moment(ModelVersionId version, Stage stage, LiveVersions after) {}

    @Test
    @DisplayName("A4, A5: a pilot ends only the pilot, general use ends general use and the version's own pilot")
    void endsWhatIsForTheSameAudience() {
        var steps = new ArrayList<StageEntry>();
        A_YEAR.forEach(moment -> steps.add(entry(moment.version(), moment.stage(), steps.size(), NOW)));
        var history = new StageHistory(steps);

        for (int day = 0; day < A_YEAR.size(); day++) {
            assertThat(history.liveAt("north", day(day)))
                    .as("day " + day)
                    .isEqualTo(A_YEAR.get(day).after());
        }
        assertThat(history.liveAt("north", Audience.PILOT, day(3))).contains(V3);
        assertThat(history.liveAt("south", day(3))).isEqualTo(LiveVersions.NONE);
    }

    @Test
    @DisplayName("A5: what was recorded before keeps the answer that was true then")
    void readsThePastByItsOwnRule() {
        var history = new StageHistory(List.of(
                entry(V1, Stage.GENERAL, 0, THEN),
                entry(V2, Stage.PILOT, 1, THEN),
                entry(V3, Stage.PILOT, 2, NOW),
                entry(V1, Stage.GENERAL, 3, NOW)));

        assertThat(history.liveAt("north", day(1))).isEqualTo(new LiveVersions(null, V2));
        assertThat(history.stageOf(V1, "north", day(1))).isEqualTo(Stage.RETIRED);
        assertThat(history.replacedBy(V1, "north", day(1)).orElseThrow().version())
                .isEqualTo(V2);
        assertThat(history.liveAt("north", day(2))).isEqualTo(new LiveVersions(null, V3));
        assertThat(history.liveAt("north", day(3))).isEqualTo(new LiveVersions(V1, V3));
    }

    @Test
    @DisplayName("A6: never two for one audience, never one for both, whatever the order of steps")
    void neverTwoForOneAudience() {
        var random = new Random(20260504);
        for (int run = 0; run < 200; run++) {
            var steps = new ArrayList<StageEntry>();
            for (int day = 0; day < 12; day++) {
                var version = List.of(V1, V2, V3).get(random.nextInt(3));
                var stage = List.of(Stage.PILOT, Stage.GENERAL, Stage.SUSPENDED).get(random.nextInt(3));
                steps.add(entry(version, stage, day, NOW));
                var history = new StageHistory(steps);
                var live = history.liveAt("north", day(day));

                if (stage.live()) {
                    assertThat(history.stageOf(version, "north", day(day))).isEqualTo(stage);
                } else {
                    assertThat(live.has(version)).isFalse();
                }
                assertThat(live.all()).extracting(LiveVersion::version).doesNotHaveDuplicates();
                for (var each : live.all()) {
                    assertThat(history.stageOf(each.version(), "north", day(day)))
                            .isEqualTo(each.audience().stage());
                }
            }
        }
    }

    @Test
    @DisplayName("A5: what ends and what stays, in words")
    void saysWhatEnds() {
        var history = new StageHistory(List.of(entry(V1, Stage.GENERAL, 0, NOW), entry(V2, Stage.PILOT, 1, NOW)));

        assertThat(sentence(history, V2, Stage.GENERAL))
                .isEqualTo("Version 1 (General use) ends there. Its own pilot there ends.");
        assertThat(sentence(history, V3, Stage.PILOT))
                .isEqualTo("Version 2 (Pilot) ends there. Version 1 (General use) stays.");
        assertThat(sentence(history, V3, Stage.SILENT))
                .isEqualTo("No other version ends there. Version 1 (General use) and version 2 (Pilot) stay.");
        assertThat(sentence(new StageHistory(List.of()), V3, Stage.PILOT))
                .isEqualTo("No version is live there, so none is replaced.");
    }

    private static String sentence(StageHistory history, ModelVersionId version, Stage target) {
        return history.replacement(version, target, "north", day(9)).sentence();
    }

    private static StageEntry entry(ModelVersionId version, Stage stage, int day, LiveRule rule) {
        var promotion = stage.stop() ? null : new UUID(day + 1, version.version());
        return new StageEntry(
                version, "north", stage, day(day), promotion, "chair", stage.stop() ? "harm" : null, rule);
    }

    private static Instant day(int day) {
        return Instant.parse("2026-01-01T12:00:00Z").plusSeconds(86_400L * day);
    }
}
