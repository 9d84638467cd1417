package org.overread.registry.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.registry.catalog.Stage.GENERAL;
import static org.overread.registry.catalog.Stage.PILOT;
import static org.overread.registry.catalog.Stage.SILENT;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Checks;
import org.overread.registry.audit.store.AuditStores;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.InMemoryCatalog;
import org.overread.registry.catalog.LiveVersions;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.StageMarks;
import org.overread.registry.catalog.Stages;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.Decided;
import org.overread.registry.testing.InMemoryTrail;
import org.overread.registry.testing.StoreTest;

/** A stage is entered by a decision only: what the database refuses, and what the audit check names. */
class StageTiesStoreTest extends StoreTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123456Z");
    private static final Actor.Product RELEASES = new Actor.Product("releases");
    private static final Actor.Person SAM = Actors.person("sam", Role.SAFETY_OFFICER);
    private static final ModelVersionId V1 = new ModelVersionId("sepsis", 1);
    private static final ModelVersionId V2 = new ModelVersionId("sepsis", 2);
    private static final ModelVersionId V3 = new ModelVersionId("sepsis", 3);

    private final JpaStageEntries entries = new JpaStageEntries();
    private final WitnessedSteps witnessed = new WitnessedSteps();
    private final InMemoryTrail trail = new InMemoryTrail();
    private final AuditTrail stored = AuditStores.trail(entities(), () -> NOON);
    private final InMemoryCatalog catalog = CatalogFixtures.sepsisCatalog(both(), 3, entries);
    private final Stages stages = catalog.stages();

    StageTiesStoreTest() {
        super("registry");
    }

    @BeforeEach
    void threeVersionsOfSepsis() {
        entries.entities = entities();
        witnessed.entries = entries;
        catalog.at(NOON);
        asOwner(
                "INSERT INTO registry.person SELECT '%s', 'mira', 'Mira', true, null, false, now()"
                        .formatted(CatalogFixtures.MODEL_OWNER),
                "INSERT INTO registry.site VALUES ('north', 'North', now()), ('south', 'South', now())",
                "INSERT INTO registry.model SELECT 'sepsis', 'Sepsis', 'x', 'RISK_SCORE', 'HIGH', 'emergency', id, id, 'x', now()"
                        + " FROM registry.person",
                "INSERT INTO registry.model_version (model, version, change_type, subgroups, digest, registered_by,"
                        + " registered_at) SELECT 'sepsis', v, 'FIRST', '{}', 'd' || v, 'x', now() FROM generate_series(1, 3) v");
    }

    /** What is read in memory here is written into the database, too, where the database asks for it. */
    private AuditTrail both() {
        return (actor, deed) -> {
            trail.append(actor, deed);
            if (StageMarks.ACTIONS.contains(deed.action())) {
                stored.append(actor, deed);
            }
        };
    }

    private void enter(int number, ModelVersionId version, Stage stage) {
        asApplication(Decided.of(number, version, "north", stage).rows());
        inTransaction(() -> stages.enter(
                RELEASES,
                new StageEntry(version, "north", stage, NOON, Decided.id(number), Decided.CHAIR.toString(), null)));
    }

    private LiveVersions live() {
        return inTransaction(() -> entries.of("sepsis")).liveAt("north", NOON.plusSeconds(60));
    }

    private List<String> faults() {
        return inTransaction(() -> Checks.faults(witnessed, trail));
    }

    /** What somebody with the owner's password could do. */
    private void asOwnerWithoutTriggers(String... statements) {
        asOwner(Stream.of(
                        Stream.of("ALTER TABLE registry.stage_entry DISABLE TRIGGER USER"),
                        Stream.of(statements),
                        Stream.of("ALTER TABLE registry.stage_entry ENABLE ALWAYS TRIGGER rows_stay"))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    @Test
    @DisplayName("A5, A7: what the product does is let in, is live, and agrees with the trail")
    void letsInWhatWasDecided() {
        enter(1, V1, GENERAL);
        enter(2, V2, PILOT);
        inTransaction(() -> stages.suspend(SAM, V2, "north", "Alerts fired on the wrong patients"));
        enter(3, V3, PILOT);

        assertThat(live()).isEqualTo(new LiveVersions(V1, V3));
        assertThat(faults()).isEmpty();
    }

    @Nested
    @DisplayName("A7: past the product, with the application's role")
    class AsApplication {
        static Stream<Decided> notApproved() {
            var asked = Decided.of(1, V3, "north", GENERAL);
            return Stream.of(
                    asked.without("reviews"),
                    asked.without("cover"),
                    asked.by(Decided.REQUESTER, "CHAIR"),
                    asked.by(Decided.CHAIR, "TECHNICAL_REVIEWER"));
        }

        @ParameterizedTest
        @MethodSource("notApproved")
        @DisplayName("A7: an approval that does not count opens nothing")
        void refusesWhatDoesNotCount(Decided decided) {
            asApplication(decided.rows());

            assertThatThrownBy(() -> asApplication(decided.step()))
                    .hasMessageContaining("no approved promotion brings sepsis/3 to GENERAL at north");
        }

        @Test
        void refusesAPromotionThatIsNotThere() {
            assertThatThrownBy(() ->
                            asApplication(Decided.of(1, V3, "north", GENERAL).step()))
                    .hasMessageContaining("stage_entry_by_promotion");
        }

        @Test
        void refusesWhatNobodyHasApproved() {
            var decided = Decided.of(1, V3, "north", GENERAL);
            asApplication(decided.asked().toArray(String[]::new));

            assertThatThrownBy(() -> asApplication(decided.step())).hasMessageContaining("no approved promotion");
        }

        @ParameterizedTest
        @ValueSource(strings = {"version = 2", "site = 'south'", "stage = 'PILOT'", "entered_by = 'eve'"})
        @DisplayName("A7: an approved promotion opens what it names, and nothing else")
        void refusesSomethingElse(String change) {
            var decided = Decided.of(1, V3, "north", GENERAL);
            asApplication(decided.rows());
            var what = change.split(" = ", 2);
            var columns = "model, version, site, stage, entered_at, promotion, entered_by";
            var values = "'sepsis', 3, 'north', 'GENERAL', now(), '%s', '%s'".formatted(decided.id(), decided.chair());
            var names = columns.split(", ", -1);
            var row = values.split(", ", -1);
            for (int i = 0; i < names.length; i++) {
                row[i] = names[i].equals(what[0]) ? what[1] : row[i];
            }

            assertThatThrownBy(() -> asApplication("INSERT INTO registry.stage_entry (%s) VALUES (%s)"
                            .formatted(columns, String.join(", ", row))))
                    .hasMessageContaining("no approved promotion");
            asApplication(decided.step());
        }

        @Test
        @DisplayName("A7: neither what was rejected nor what was taken back")
        void refusesWhatWasRejectedOrTakenBack() {
            var rejected = Decided.of(1, V3, "north", GENERAL);
            asApplication(rejected.asked().toArray(String[]::new));
            asApplication(rejected.rejection());
            var withdrawn = Decided.of(2, V2, "north", GENERAL);
            asApplication(withdrawn.rows());
            asApplication(withdrawn.withdrawal());

            assertThatThrownBy(() -> asApplication(rejected.approval())).hasMessageContaining("is decided");
            assertThatThrownBy(() -> asApplication(rejected.step())).hasMessageContaining("no approved promotion");
            assertThatThrownBy(() -> asApplication(withdrawn.step())).hasMessageContaining("no approved promotion");
        }

        @Test
        @DisplayName("A7: nothing is signed or taken back behind a decision that is in effect")
        void refusesWhatComesAfter() {
            enter(1, V1, GENERAL);

            assertThatThrownBy(() ->
                            asApplication("INSERT INTO registry.promotion_withdrawal VALUES ('%s', 'x', 'X', now())"
                                    .formatted(Decided.id(1))))
                    .hasMessageContaining("is decided");
            assertThatThrownBy(() -> asApplication("""
                            INSERT INTO registry.promotion_signature
                            SELECT gen_random_uuid(), promotion, 3, gen_random_uuid(), 'Eve', 'CHAIR', 'REJECTION', '', now(),
                                   'UTC', subject_digest, evidence_digest, policy_digest, digest, repeat('3', 64)
                            FROM registry.promotion_signature WHERE position = 2""")).hasMessageContaining("is decided");
        }

        @Test
        @DisplayName("A7: what is no digest is refused, so that no row keeps the check from naming it")
        void refusesWhatIsNoDigest() {
            asApplication(Decided.of(1, V1, "north", GENERAL).asked().toArray(String[]::new));

            assertThatThrownBy(() -> asApplication("""
                            INSERT INTO registry.promotion_signature
                            SELECT gen_random_uuid(), promotion, 2, gen_random_uuid(), 'Eve', 'CHAIR', 'APPROVAL', '', now(),
                                   'UTC', subject_digest, evidence_digest, policy_digest, digest, 'f2'
                            FROM registry.promotion_signature WHERE position = 1""")).hasMessageContaining("digest_check");
        }

        @Test
        @DisplayName("A7: without a promotion only a live version is stopped, with a reason; the check names it")
        void letsNothingButAStopInWithoutAPromotion() {
            enter(1, V1, GENERAL);
            var stop = """
                    INSERT INTO registry.stage_entry (model, version, site, stage, entered_at, entered_by, reason)
                    VALUES ('sepsis', %d, 'north', '%s', '2026-05-04T12:00:05Z', 'eve', %s)""";

            for (var refused : List.of(
                    stop.formatted(2, "SUSPENDED", "'harm'"),
                    stop.formatted(1, "SUSPENDED", "NULL"),
                    stop.formatted(1, "SILENT", "'harm'"))) {
                assertThatThrownBy(() -> asApplication(refused))
                        .message()
                        .containsAnyOf("without a promotion only a live version is stopped", "by_decision_or_stop");
            }
            assertThat(faults()).isEmpty();

            asApplication("BEGIN", stop.formatted(1, "SUSPENDED", "'harm'"), told("eve"), "COMMIT");

            assertThat(live()).isEqualTo(LiveVersions.NONE);
            assertThat(faults())
                    .singleElement()
                    .asString()
                    .matches("stage entry \\d+: sepsis/1 Suspended at north on 4 May 2026 12:00 UTC"
                            + " has no entry in the audit trail as it stands");
        }

        /** What the trail of the database would tell of the stop. */
        private String told(String actor) {
            return """
                    INSERT INTO registry.audit_record (id, at, actor_id, actor_name, action, subject_type, subject_id, model,
                        sentence, details)
                    VALUES (gen_random_uuid(), now(), '%s', 'Eve', 'stage.suspended', 'model-version', 'sepsis/1', 'sepsis',
                        'stopped sepsis/1 at north', '{"entry":"00","site":"north"}')""".formatted(actor);
        }

        @Test
        @DisplayName("A7: a stop that its own transaction does not record, by the same hand, is refused")
        void refusesAStopThatIsNotRecorded() {
            enter(1, V1, GENERAL);
            var stop = """
                    INSERT INTO registry.stage_entry (model, version, site, stage, entered_at, entered_by, reason)
                    VALUES ('sepsis', 1, 'north', 'SUSPENDED', '2026-05-04T12:00:05Z', 'eve', 'harm')""";
            asApplication(told("eve"));

            for (var statements : List.of(
                    List.of(stop),
                    List.of("BEGIN", stop, "COMMIT"),
                    List.of("BEGIN", stop, told("sam"), "COMMIT"),
                    List.of("BEGIN", stop, told("eve").replace("sepsis/1'", "sepsis/2'"), "COMMIT"),
                    List.of("BEGIN", stop, told("eve").replace("north", "south"), "COMMIT"))) {
                assertThatThrownBy(() -> asApplication(statements.toArray(String[]::new)))
                        .hasMessageContaining(
                                "a stop is recorded in the audit trail by whoever makes it: sepsis/1 at north");
            }
            assertThat(live()).isEqualTo(new LiveVersions(V1, null));
        }

        @Test
        @DisplayName("A7: no request, signature, policy or step that its own transaction does not record is let in")
        void refusesADecisionThatIsNotRecorded() {
            var decided = Decided.of(1, V1, "north", GENERAL);
            var rows = Stream.concat(Stream.of(decided.rows()), Stream.of(decided.step()));

            rows.forEach(row -> {
                for (var told : List.of(
                        "",
                        Decided.recordOf(row).replaceFirst("now\\(\\), '[^']*'", "now(), 'eve'"),
                        Decided.recordOf(row).replaceFirst("(\"[a-z]+\":\")[^\"]*", "$1other"),
                        Decided.recordOf(row).replaceFirst("'([a-z]+)[.]", "'$1.not-"))) {
                    if (!told.contains("'eve'") || row.startsWith("INSERT INTO registry.promotion")) {
                        assertThatThrownBy(() -> asApplication("BEGIN", Decided.unrecorded(row), told, "COMMIT"))
                                .as(row + told)
                                .hasMessageContaining("what is decided is recorded in the audit trail");
                    }
                }
                asApplication(row);
            });
            assertThat(inTransaction(() -> entries.of("sepsis")).entries()).hasSize(1);
        }

        @Test
        @DisplayName("A7: nor a withdrawal, a word on a policy or its retirement")
        void refusesWhatIsAddedAndNotRecorded() {
            var decided = Decided.of(1, V1, "north", GENERAL);
            asApplication(decided.asked().toArray(String[]::new));

            for (var row : List.of(
                    "INSERT INTO registry.promotion_withdrawal VALUES ('%s', 'x', 'X', now())",
                    "INSERT INTO registry.policy_decision VALUES ('%s', true, 'x', 'X', 'Agreed', now())",
                    "INSERT INTO registry.policy_retirement VALUES ('%s', 'x', 'X', 'Unused', now())")) {
                assertThatThrownBy(() -> asApplication(row.formatted(decided.id())))
                        .hasMessageContaining("what is decided is recorded in the audit trail");
            }
        }

        @Test
        void takesNoStepByTheRuleOfBefore() {
            var decided = Decided.of(1, V3, "north", GENERAL);
            asApplication(decided.rows());
            var before = decided.step()
                    .replace("entered_by)", "entered_by, live_rule)")
                    .replace("'" + decided.chair() + "')", "'" + decided.chair() + "', 'ONE_FOR_EACH_SITE')");

            assertThatThrownBy(() -> asApplication(before)).hasMessageContaining("by the rule of today");
        }

        @Test
        @DisplayName("A7: a decided step that the product did not take is named by the check")
        void namesAStepWithoutItsEntry() {
            var decided = Decided.of(1, V3, "north", GENERAL);
            asApplication(decided.rows());
            asApplication(decided.step());

            assertThat(faults())
                    .singleElement()
                    .asString()
                    .startsWith("stage entry ")
                    .contains(": sepsis/3 General use at north on ")
                    .endsWith(" has no entry in the audit trail as it stands");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ALTER TABLE registry.stage_entry DISABLE TRIGGER only_by_decision",
                    "DROP TRIGGER only_by_decision ON registry.stage_entry",
                    "ALTER TABLE registry.stage_entry DISABLE TRIGGER only_on_record",
                    "CREATE OR REPLACE FUNCTION registry.decided(step registry.stage_entry) RETURNS boolean LANGUAGE sql"
                            + " AS 'SELECT true'",
                    "SET session_replication_role = replica"
                })
        void cannotLiftTheLock(String statement) {
            assertThatThrownBy(() -> asApplication(statement))
                    .message()
                    .containsAnyOf("must be owner", "permission denied");
        }
    }

    @Nested
    @DisplayName("A7: with the owner's password")
    class AsOwner {
        @Test
        void replayedChangesAreHeldAgainstTheRulesToo() {
            assertThatThrownBy(() -> asOwner(
                            "SET session_replication_role = replica",
                            Decided.of(1, V3, "north", GENERAL).step()))
                    .hasMessageContaining("no approved promotion");
        }

        @Test
        @DisplayName("A7: a row without a decision is not live, is told as a stray, and the check names it")
        void namesAStray() {
            enter(1, V1, GENERAL);
            asOwnerWithoutTriggers(
                    "ALTER TABLE registry.stage_entry DROP CONSTRAINT stage_entry_by_promotion",
                    Decided.of(9, V3, "north", GENERAL).step().replace("now()", "'2026-05-04T12:00:05Z'"));

            var history = inTransaction(() -> entries.of("sepsis"));

            assertThat(live()).isEqualTo(new LiveVersions(V1, null));
            assertThat(history.stageOf(V3, "north", NOON.plusSeconds(60))).isEqualTo(Stage.REGISTERED);
            assertThat(history.strays()).singleElement().satisfies(stray -> {
                assertThat(stray.version()).isEqualTo(V3);
                assertThat(stray.stage()).isEqualTo(GENERAL);
            });
            assertThat(faults())
                    .singleElement()
                    .asString()
                    .matches("stage entry \\d+: sepsis/3 General use at north on 4 May 2026 12:00 UTC has no decision");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE registry.stage_entry SET entered_at = entered_at - interval '1 day' WHERE version = 1",
                    "UPDATE registry.stage_entry SET reason = 'because' WHERE version = 1"
                })
        @DisplayName("A7: a row that was changed is named, and so is its entry")
        void namesWhatWasChanged(String change) {
            enter(1, V1, GENERAL);
            enter(2, V2, PILOT);
            asOwnerWithoutTriggers(change);

            assertThat(faults()).hasSize(2);
            assertThat(faults().getFirst())
                    .contains("sepsis/1 General use at north")
                    .endsWith("has no entry in the audit trail as it stands");
            assertThat(faults().getLast()).contains("sepsis/1 entered General use at north) tells of something");
        }

        @Test
        @DisplayName("A7: a step moved to another version or stage has no decision any more")
        void namesWhatWasMoved() {
            enter(1, V1, GENERAL);
            asOwnerWithoutTriggers("UPDATE registry.stage_entry SET version = 3");

            assertThat(live()).isEqualTo(LiveVersions.NONE);
            assertThat(faults().getFirst())
                    .contains("sepsis/3 General use at north")
                    .endsWith("has no decision");
        }

        @Test
        @DisplayName("A7: a row that was removed is named by its entry in the trail")
        void namesWhatWasRemoved() {
            enter(1, V1, GENERAL);
            enter(2, V2, PILOT);
            asOwnerWithoutTriggers("DELETE FROM registry.stage_entry WHERE version = 2");

            assertThat(faults())
                    .singleElement()
                    .asString()
                    .contains("sepsis/2 entered Pilot at north")
                    .endsWith("tells of something that is not there as it tells it");
        }

        @Test
        @DisplayName("A7: a version whose approval is taken out of the database is no longer live by it")
        void needsTheApprovalForGood() {
            enter(1, V1, GENERAL);
            asOwner(
                    "ALTER TABLE registry.promotion_signature DISABLE TRIGGER USER",
                    "DELETE FROM registry.promotion_signature WHERE meaning = 'APPROVAL'");

            assertThat(live()).isEqualTo(LiveVersions.NONE);
            assertThat(faults().getFirst()).endsWith("has no decision");
        }
    }

    @Test
    void aSilentRunNeedsItsDecisionToo() {
        var asked = Decided.of(1, V1, "north", SILENT);
        asApplication(asked.asked().toArray(String[]::new));

        assertThatThrownBy(() -> asApplication(asked.step())).hasMessageContaining("no approved promotion");
    }
}
