package org.overread.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ModelVersionId;

class StageHistoryTest {
    private static final ModelVersionId V1 = new ModelVersionId("sepsis", 1);
    private static final ModelVersionId V2 = new ModelVersionId("sepsis", 2);
    private static final ModelVersionId V3 = new ModelVersionId("sepsis", 3);

    private final StageHistory threePromotionsAndARollback = new StageHistory(List.of(
            entry(V1, "north", Stage.GENERAL, day(1)),
            entry(V1, "south", Stage.PILOT, day(2)),
            entry(V2, "north", Stage.SILENT, day(3)),
            entry(V2, "north", Stage.GENERAL, day(10)),
            entry(V3, "north", Stage.GENERAL, day(20)),
            entry(V2, "north", Stage.GENERAL, day(25))));

    @Test
    @DisplayName("A4: three promotions and a rollback, five times, the right version each time")
    void knowsWhichVersionWasLiveAtEachTime() {
        assertThat(List.of(day(0), day(5), day(15), day(21), day(30)))
                .map(at -> threePromotionsAndARollback
                        .liveAt("north", Audience.GENERAL, at)
                        .orElse(null))
                .containsExactly(null, V1, V2, V3, V2);
    }

    @Test
    @DisplayName("A4: each site has its own answer")
    void answersPerSite() {
        assertThat(List.of(day(1), day(5), day(15), day(21), day(30)))
                .map(at -> threePromotionsAndARollback
                        .liveAt("south", Audience.PILOT, at)
                        .orElse(null))
                .containsExactly(null, V1, V1, V1, V1);
        assertThat(threePromotionsAndARollback.liveAt("west", day(30))).isEqualTo(LiveVersions.NONE);
    }

    @Test
    @DisplayName("A6: one entry ends the former and begins the next, without a moment of two or none")
    void swapsAtTheVeryInstantOfTheEntry() {
        var swap = day(10);

        assertThat(threePromotionsAndARollback.liveAt("north", Audience.GENERAL, swap.minusNanos(1000)))
                .contains(V1);
        assertThat(threePromotionsAndARollback.liveAt("north", Audience.GENERAL, swap))
                .contains(V2);
    }

    @Test
    @DisplayName("A2: the live version before and after a promotion")
    void aSilentRunChangesNothingForClinicians() {
        assertThat(threePromotionsAndARollback.liveAt("north", Audience.GENERAL, day(4)))
                .contains(V1);
        assertThat(threePromotionsAndARollback.stageOf(V2, "north", day(4))).isEqualTo(Stage.SILENT);
        assertThat(threePromotionsAndARollback.liveAt("north", Audience.GENERAL, day(11)))
                .contains(V2);
    }

    @Test
    void retiresTheReplacedVersionAtThatSiteOnly() {
        assertThat(threePromotionsAndARollback.stageOf(V1, "north", day(11))).isEqualTo(Stage.RETIRED);
        assertThat(threePromotionsAndARollback.stageOf(V1, "south", day(11))).isEqualTo(Stage.PILOT);
        assertThat(threePromotionsAndARollback.stageOf(V3, "north", day(26))).isEqualTo(Stage.RETIRED);
        assertThat(threePromotionsAndARollback.stageOf(V2, "north", day(26))).isEqualTo(Stage.GENERAL);
    }

    @Test
    void leavesNoVersionLiveWhenTheLiveOneIsSuspendedOrRetired() {
        for (var end : List.of(Stage.SUSPENDED, Stage.RETIRED, Stage.SILENT)) {
            var history = new StageHistory(
                    List.of(entry(V1, "north", Stage.GENERAL, day(1)), entry(V1, "north", end, day(2))));

            assertThat(history.liveAt("north", day(3))).isEqualTo(LiveVersions.NONE);
            assertThat(history.stageOf(V1, "north", day(3))).isEqualTo(end);
        }
    }

    @Test
    void keepsTheLiveVersionWhenAnotherOneIsSuspended() {
        var history = new StageHistory(List.of(
                entry(V1, "north", Stage.GENERAL, day(1)),
                entry(V2, "north", Stage.GENERAL, day(2)),
                entry(V1, "north", Stage.SUSPENDED, day(3))));

        assertThat(history.liveAt("north", Audience.GENERAL, day(4))).contains(V2);
        assertThat(history.stageOf(V1, "north", day(4))).isEqualTo(Stage.SUSPENDED);
    }

    @Test
    void takesTheLaterOfTwoEntriesOfTheSameInstant() {
        var history = new StageHistory(
                List.of(entry(V1, "north", Stage.GENERAL, day(1)), entry(V2, "north", Stage.GENERAL, day(1))));

        assertThat(history.liveAt("north", Audience.GENERAL, day(1))).contains(V2);
    }

    @Test
    void callsAVersionRegisteredUntilItsFirstStep() {
        assertThat(threePromotionsAndARollback.stageOf(V2, "north", day(2))).isEqualTo(Stage.REGISTERED);
        assertThat(threePromotionsAndARollback.sites()).containsExactly("north", "south");
    }

    @Test
    @DisplayName("A3: without a decided promotion there is no way into a stage, only out of it")
    void refusesAStageWithoutAPromotion() {
        for (var stage : List.of(Stage.LOCAL_VALIDATION, Stage.SILENT, Stage.PILOT, Stage.GENERAL)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StageEntry(V1, "north", stage, day(1), null, "someone", null))
                    .withMessageContaining("only a decided promotion");
        }
    }

    @Test
    void refusesToMixModels() {
        var other = entry(new ModelVersionId("stroke", 1), "north", Stage.SILENT, day(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageHistory(List.of(entry(V1, "north", Stage.SILENT, day(1)), other)));
    }

    private static StageEntry entry(ModelVersionId version, String site, Stage stage, Instant at) {
        var promotion = new UUID(at.getEpochSecond(), version.version());
        return new StageEntry(version, site, stage, at, promotion, "chair", null);
    }

    private static Instant day(int day) {
        return Instant.parse("2026-01-01T12:00:00Z").plusSeconds(86_400L * day);
    }
}
