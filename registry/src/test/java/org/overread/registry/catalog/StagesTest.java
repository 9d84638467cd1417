package org.overread.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.registry.catalog.CatalogFixtures.CLARA;
import static org.overread.registry.catalog.CatalogFixtures.declaration;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Suspension.NotLive;
import org.overread.registry.catalog.Suspension.Suspended;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

class StagesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ModelVersionId V1 = new ModelVersionId("sepsis", 1);
    private static final ModelVersionId V2 = new ModelVersionId("sepsis", 2);
    private static final Actor.Product RELEASE = new Actor.Product("promotion");
    private static final Actor.Person SAM = Actors.person("sam", Role.SAFETY_OFFICER);

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final InMemoryCatalog all = CatalogFixtures.sepsisCatalog(trail, 2);
    private final Stages stages = all.stages();

    @Test
    @DisplayName("A2: the live version by its name, before and after a promotion")
    void movesTheLiveVersion() {
        stages.enter(RELEASE, step(V1, "north", 1, NOON));
        assertThat(stages.liveAt(CLARA, "sepsis", "north", NOON).foremost()).contains(V1);

        var later = NOON.plusSeconds(60);
        stages.enter(RELEASE, step(V2, "north", 2, later));

        assertThat(stages.liveAt(CLARA, "sepsis", "north", later).foremost()).contains(V2);
        assertThat(stages.liveAt(CLARA, "sepsis", "north", NOON).foremost()).contains(V1);
        assertThat(stages.liveAt(CLARA, "sepsis", "south", later).all()).isEmpty();
        assertThat(trail.recorded().getLast().deed())
                .isEqualTo(new Deed(
                        "stage.entered",
                        "model-version",
                        "sepsis/2",
                        "sepsis",
                        "sepsis/2 entered General use at north in place of sepsis/1",
                        Map.of(
                                "site", "north",
                                "stage", "GENERAL",
                                "by", "chair",
                                "promotion", new UUID(0, 2).toString(),
                                "replaced", "sepsis/1",
                                "ended", "sepsis/1 GENERAL",
                                "entry", step(V2, "north", 2, later).digest().hex())));
    }

    @Test
    @DisplayName("A6: carrying out the same promotion twice changes nothing")
    void isCarriedOutOnce() {
        var first = stages.enter(RELEASE, step(V1, "north", 1, NOON));
        int recorded = trail.recorded().size();

        assertThat(stages.enter(RELEASE, step(V1, "north", 1, NOON.plusSeconds(60))))
                .isEqualTo(first);

        assertThat(stages.history(CLARA, "sepsis").entries()).containsExactly(first);
        assertThat(trail.recorded()).hasSize(recorded);
    }

    @Test
    void refusesThatOnePromotionDoesTwoThings() {
        stages.enter(RELEASE, step(V1, "north", 1, NOON));

        assertCode(ErrorCode.CONFLICT, () -> stages.enter(RELEASE, step(V2, "north", 1, NOON)));
        assertCode(ErrorCode.CONFLICT, () -> stages.enter(RELEASE, step(V1, "south", 1, NOON)));
    }

    @Test
    @DisplayName("A1: a version that is not as it was declared goes nowhere")
    void refusesAnAlteredVersion() {
        all.tamper(V2, declaration(ChangeType.RETRAINED, "altered"));

        assertCode(ErrorCode.CONFLICT, () -> stages.enter(RELEASE, step(V2, "north", 2, NOON)));
    }

    @Test
    void knowsNoOtherSites() {
        assertCode(ErrorCode.NOT_FOUND, () -> stages.enter(RELEASE, step(V1, "west", 1, NOON)));
        assertCode(ErrorCode.NOT_FOUND, () -> stages.liveAt(CLARA, "sepsis", "west", NOON));
        assertCode(ErrorCode.NOT_FOUND, () -> stages.suspend(SAM, V1, "west", "harm"));
        assertCode(ErrorCode.NOT_FOUND, () -> stages.history(CLARA, "stroke"));
    }

    @Test
    @DisplayName("A4: a clock that was set back cannot put a step before the one it follows")
    void keepsStepsInTheirOrder() {
        stages.enter(RELEASE, step(V1, "north", 1, NOON));

        var kept = stages.enter(RELEASE, step(V2, "north", 2, NOON.minusSeconds(60)));

        assertThat(kept.at()).isEqualTo(NOON);
        assertThat(stages.liveAt(CLARA, "sepsis", "north", NOON.minusSeconds(30))
                        .all())
                .isEmpty();
        assertThat(stages.liveAt(CLARA, "sepsis", "north", NOON).foremost()).contains(V2);
    }

    @Test
    void letsASafetyOfficerStopAVersionAtOnce() {
        stages.enter(RELEASE, step(V1, "north", 1, NOON));
        stages.enter(RELEASE, step(V1, "south", 2, NOON));
        all.at(NOON.plusSeconds(60));

        var stopped = stages.suspend(SAM, V1, "north", " Alerts fired on the wrong patients ");

        var entry = new StageEntry(
                V1,
                "north",
                Stage.SUSPENDED,
                NOON.plusSeconds(60),
                null,
                SAM.id(),
                "Alerts fired on the wrong patients");
        assertThat(stopped).isEqualTo(new Suspended(entry));
        assertThat(stages.liveAt(CLARA, "sepsis", "north", NOON.plusSeconds(60)).all())
                .isEmpty();
        assertThat(stages.liveAt(CLARA, "sepsis", "south", NOON.plusSeconds(60)).foremost())
                .contains(V1);
        assertThat(trail.recorded().getLast().deed().sentence()).isEqualTo("stopped sepsis/1 at north");
        assertThat(trail.recorded().getLast().toString()).doesNotContain("wrong patients");
    }

    @Test
    void saysWhenThereIsNothingToStop() {
        assertThat(stages.suspend(SAM, V1, "north", "harm"))
                .isEqualTo(new NotLive("sepsis/1 is not live at north: it is registered there"));

        stages.enter(RELEASE, step(V1, "north", 1, NOON));
        stages.enter(RELEASE, step(V2, "north", 2, NOON));

        assertThat(stages.suspend(SAM, V1, "north", "harm"))
                .isEqualTo(new NotLive("sepsis/1 is not live at north: it is retired there"));
        assertThat(stages.liveAt(CLARA, "sepsis", "north", NOON).foremost()).contains(V2);
    }

    @Test
    void stopsNothingWithoutAReasonOrWithoutTheRight() {
        stages.enter(RELEASE, step(V1, "north", 1, NOON));
        var southern = Actors.within(new Scope(null, null, "south"), "sue", Role.SAFETY_OFFICER);

        assertThatThrownBy(() -> stages.suspend(SAM, V1, "north", " "))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.fields())
                                .containsExactly(new FieldProblem("reason", "is required")));
        assertCode(ErrorCode.NOT_ALLOWED, () -> stages.suspend(CLARA, V1, "north", "harm"));
        assertCode(ErrorCode.NOT_ALLOWED, () -> stages.suspend(southern, V1, "north", "harm"));
        assertThat(stages.liveAt(CLARA, "sepsis", "north", NOON).foremost()).contains(V1);
    }

    @Test
    @DisplayName(
            "G1: a role limited to a site sees the steps at that site only, and is not told that nothing is live elsewhere")
    void showsTheStepsOfTheRolesSites() {
        stages.enter(RELEASE, step(V1, "north", 1, NOON));
        var south = stages.enter(RELEASE, step(V1, "south", 2, NOON));
        var southern = Actors.within(new Scope(null, null, "south"), "sue", Role.CLINICIAN);

        assertThat(stages.history(southern, "sepsis").entries()).containsExactly(south);
        assertThat(stages.liveAt(southern, "sepsis", "south", NOON).all()).hasSize(1);
        assertCode(ErrorCode.NOT_ALLOWED, () -> stages.liveAt(southern, "sepsis", "north", NOON));
    }

    private static StageEntry step(ModelVersionId version, String site, int promotion, Instant at) {
        return new StageEntry(version, site, Stage.GENERAL, at, new UUID(0, promotion), "chair", null);
    }

    private static void assertCode(ErrorCode code, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
