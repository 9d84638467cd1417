package org.overread.registry.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.audit.Deed;
import org.overread.registry.audit.store.AuditStores;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.ChangeType;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.catalog.RegisteredModel;
import org.overread.registry.catalog.RiskTier;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageDeeds;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.VersionDeclaration;
import org.overread.registry.testing.Decided;
import org.overread.registry.testing.StoreTest;
import org.overread.registry.testing.TellingTriggers;

class CatalogStoreTest extends StoreTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final ModelVersionId V1 = new ModelVersionId("sepsis", 1);
    private static final ModelVersionId V2 = new ModelVersionId("sepsis", 2);
    private static final VersionDeclaration DECLARED = CatalogFixtures.declaration(ChangeType.FIRST, "Sei knapp: 漢字");
    private static final VersionDeclaration BARE =
            new VersionDeclaration(null, ChangeType.CODE, null, null, null, null, null, null, List.of());

    private final JpaModels models = new JpaModels();
    private final JpaSites sites = new JpaSites();
    private final JpaStageEntries entries = new JpaStageEntries();

    CatalogStoreTest() {
        super("registry");
    }

    @BeforeEach
    void twoVersionsOfSepsisAndASite() {
        models.entities = entities();
        sites.entities = entities();
        entries.entities = entities();
        asOwner(TellingTriggers.sql());
        for (var person : List.of(CatalogFixtures.CLARA, CatalogFixtures.MIRA)) {
            asOwner("INSERT INTO registry.person VALUES ('%s', '%s', '%s', true, null, false, now())"
                    .formatted(person.id(), person.login(), person.name()));
        }
        inTransaction(() -> {
            models.lock("sepsis");
            models.add(model("sepsis", "Sepsis"));
            models.add(version(V1, DECLARED));
            models.add(version(V2, BARE));
            sites.add(new Site("north", "North Hospital"), NOON);
        });
    }

    @Test
    void givesBackModelsVersionsAndSites() {
        inTransaction(() -> {
            models.add(model("afib", "atrial fibrillation"));
            sites.add(new Site("east", "east clinic"), NOON);
        });

        assertThat(models.find("sepsis")).contains(model("sepsis", "Sepsis"));
        assertThat(models.find("stroke")).isEmpty();
        assertThat(models.all()).extracting(RegisteredModel::id).containsExactly("afib", "sepsis");
        assertThat(models.version(V1)).contains(version(V1, DECLARED));
        assertThat(models.version(new ModelVersionId("sepsis", 3))).isEmpty();
        assertThat(models.versions("sepsis")).containsExactly(version(V1, DECLARED), version(V2, BARE));
        assertThat(models.versions("afib")).isEmpty();
        assertThat(sites.find("north")).contains(new Site("north", "North Hospital"));
        assertThat(sites.all()).extracting(Site::id).containsExactly("east", "north");
    }

    @Test
    @DisplayName("A1: what is read back has the digest it was registered with")
    void readsBackExactlyWhatWasDeclared() {
        for (var version : models.versions("sepsis")) {
            assertThat(Catalog.digest("sepsis", version.declared())).isEqualTo(version.digest());
        }
    }

    @Test
    @DisplayName("A1: one character changed past the application is another digest")
    void readsBackWhatSomebodyAltered() {
        asOwner(
                "ALTER TABLE registry.model_version DISABLE TRIGGER ALL",
                "UPDATE registry.model_version SET threshold = 0.16 WHERE version = 1");

        var altered = models.version(V1).orElseThrow();

        assertThat(Catalog.digest("sepsis", altered.declared())).isNotEqualTo(altered.digest());
    }

    @ParameterizedTest
    @DisplayName("A1: a version and a step stay as they are, for the owner of the schema too")
    @ValueSource(
            strings = {
                "UPDATE registry.model_version SET prompt = 'other'",
                "DELETE FROM registry.model_version",
                "TRUNCATE registry.model_version CASCADE",
                "UPDATE registry.stage_entry SET stage = 'GENERAL'",
                "DELETE FROM registry.stage_entry",
                "TRUNCATE registry.stage_entry",
                "DELETE FROM registry.model"
            })
    void keepsWhatMustNotChange(String change) {
        asApplication(Decided.of(1, V1, "north", Stage.SILENT).rows());
        inTransaction(() -> entries.add(step(V1, Stage.SILENT, NOON, 1)));

        assertThatThrownBy(() -> asApplication(change)).message().containsAnyOf("permission denied", "rows are kept");
        assertThatThrownBy(() -> asOwner(change)).hasMessageContaining("rows are kept");
    }

    @Test
    void givesBackStepsInTheOrderTheyWereTaken() {
        asApplication(Decided.of(1, V1, "north", Stage.SILENT).rows());
        asApplication(Decided.of(2, V1, "north", Stage.GENERAL).rows());
        var silent = step(V1, Stage.SILENT, NOON.plusSeconds(5), 1);
        var live = step(V1, Stage.GENERAL, NOON, 2);
        var stopped = new StageEntry(V1, "north", Stage.SUSPENDED, NOON, null, "sam", "harm");
        inTransaction(() -> {
            List.of(silent, live, stopped).forEach(entries::add);
            AuditStores.trail(entities(), () -> NOON).append(new Actor.Product("sam"), told(stopped));
        });

        assertThat(entries.of("sepsis").entries()).containsExactly(silent, live, stopped);
        assertThat(entries.of("afib").entries()).isEmpty();
        assertThat(entries.ofPromotion(Decided.id(2))).contains(live);
        assertThat(entries.ofPromotion(Decided.id(9))).isEmpty();
    }

    private static Deed told(StageEntry stop) {
        return new Deed(
                StageDeeds.STOPPED,
                "model-version",
                stop.version().toString(),
                stop.version().model(),
                "stopped it",
                Map.of("site", stop.site(), StageDeeds.DIGEST, stop.digest().hex()));
    }

    @Test
    @DisplayName("A6: the database holds one step for each promotion")
    void takesOneStepForEachPromotion() {
        asApplication(Decided.of(1, V1, "north", Stage.GENERAL).rows());
        inTransaction(() -> entries.add(step(V1, Stage.GENERAL, NOON, 1)));

        assertThatThrownBy(() -> inTransaction(() -> entries.add(step(V2, Stage.GENERAL, NOON, 1))))
                .hasMessageContaining("stage_entry_promotion_key");
    }

    @Test
    @DisplayName("A3: the database takes no live stage without a promotion")
    void takesNoLiveStageWithoutAPromotion() {
        assertThatThrownBy(() -> asOwner("""
                        INSERT INTO registry.stage_entry (model, version, site, stage, entered_at, entered_by)
                        VALUES ('sepsis', 1, 'north', 'GENERAL', now(), 'eve')""")).hasMessageContaining("check constraint");
    }

    private static RegisteredModel model(String id, String name) {
        return new RegisteredModel(
                id,
                name,
                "Tells who may need a doctor",
                OutputKind.GENERATED_TEXT,
                RiskTier.MODERATE,
                "emergency",
                CatalogFixtures.CLINICAL_OWNER,
                CatalogFixtures.MODEL_OWNER,
                "Chief medical officer",
                NOON);
    }

    private static ModelVersion version(ModelVersionId id, VersionDeclaration declared) {
        return new ModelVersion(id, declared, Catalog.digest(id.model(), declared), "mira", NOON);
    }

    private static StageEntry step(ModelVersionId version, Stage stage, Instant at, int promotion) {
        return new StageEntry(version, "north", stage, at, Decided.id(promotion), Decided.CHAIR.toString(), null);
    }
}
