package org.overread.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.registry.catalog.CatalogFixtures.ADMIN;
import static org.overread.registry.catalog.CatalogFixtures.CLARA;
import static org.overread.registry.catalog.CatalogFixtures.MIRA;
import static org.overread.registry.catalog.CatalogFixtures.declaration;
import static org.overread.registry.catalog.CatalogFixtures.draft;
import static org.overread.registry.catalog.CatalogFixtures.firstVersion;
import static org.overread.registry.catalog.CatalogFixtures.sepsisDraft;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Digest;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.identity.InMemoryAccounts;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

class CatalogTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ModelVersionId V1 = new ModelVersionId("sepsis", 1);
    private static final Actor.Person ONCOLOGIST =
            Actors.within(new Scope(null, "oncology", null), "otto", Role.CLINICIAN, Role.MODEL_OWNER);

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final InMemoryAccounts accounts =
            new InMemoryAccounts().with(CLARA).with(MIRA).with(ADMIN);
    private final InMemoryCatalog all = new InMemoryCatalog(accounts, trail);
    private final Catalog catalog = all.catalog();

    @Test
    void registersAModelAndRecordsIt() {
        all.at(NOON.plusNanos(1_234_567));

        var model = catalog.register(MIRA, sepsisDraft());

        assertThat(model)
                .isEqualTo(new RegisteredModel(
                        "sepsis",
                        "Early warning of sepsis",
                        "Tells nurses on the ward who may need a doctor within six hours",
                        OutputKind.RISK_SCORE,
                        RiskTier.HIGH,
                        "emergency",
                        CLARA.personId(),
                        MIRA.personId(),
                        "Chief medical officer",
                        NOON.plusNanos(1_234_000)));
        assertThat(catalog.model(CLARA, "sepsis")).isEqualTo(model);
        assertThat(trail.actions()).containsExactly("model.registered");
    }

    @Test
    @DisplayName("A10: a model without a clinical owner is refused")
    void refusesAModelWithoutAClinicalOwner() {
        var full = sepsisDraft();
        var ownerless = new ModelDraft(
                full.id(),
                full.name(),
                full.intendedUse(),
                full.kind(),
                full.riskTier(),
                full.department(),
                null,
                full.modelOwner(),
                full.sponsor());

        assertRefused(
                () -> catalog.register(MIRA, ownerless),
                refused ->
                        assertThat(refused.fields()).containsExactly(new FieldProblem("clinicalOwner", "is required")));
        assertThat(catalog.models(MIRA)).isEmpty();
    }

    @Test
    @DisplayName("A10: an owner must be an active person")
    void refusesOwnersWhoAreNobodyOrShutOut() {
        accounts.setActive(CLARA.personId(), false);
        var full = sepsisDraft();
        var draft = new ModelDraft(
                full.id(),
                full.name(),
                full.intendedUse(),
                full.kind(),
                full.riskTier(),
                full.department(),
                full.clinicalOwner(),
                Actors.idOf("nobody"),
                " ");

        assertRefused(
                () -> catalog.register(MIRA, draft),
                refused -> assertThat(refused.fields())
                        .containsExactly(
                                new FieldProblem("sponsor", "is required"),
                                new FieldProblem("clinicalOwner", "must be somebody who can sign in"),
                                new FieldProblem("modelOwner", "must be somebody who can sign in")));
    }

    @Test
    void givesEachIdOnce() {
        catalog.register(MIRA, sepsisDraft());

        assertRefused(
                () -> catalog.register(MIRA, sepsisDraft()),
                refused -> assertThat(refused.fields())
                        .containsExactly(new FieldProblem("id", "belongs to another model already")));
    }

    @Test
    @DisplayName("G1: a role limited to a department sees and registers nothing outside it")
    void hidesModelsOfOtherDepartments() {
        catalog.register(MIRA, sepsisDraft());
        catalog.register(ONCOLOGIST, draft("tumour", "oncology"));

        assertThat(catalog.models(ONCOLOGIST)).extracting(RegisteredModel::id).containsExactly("tumour");
        assertThat(catalog.models(CLARA)).extracting(RegisteredModel::id).containsExactly("sepsis", "tumour");
        assertCode(ErrorCode.NOT_FOUND, () -> catalog.model(ONCOLOGIST, "sepsis"));
        assertCode(ErrorCode.NOT_FOUND, () -> catalog.versions(ONCOLOGIST, "sepsis"));
        assertCode(ErrorCode.NOT_FOUND, () -> catalog.registerVersion(ONCOLOGIST, "sepsis", firstVersion()));
        assertCode(ErrorCode.NOT_ALLOWED, () -> catalog.register(ONCOLOGIST, draft("stroke", "neurology")));
        assertCode(ErrorCode.NOT_ALLOWED, () -> catalog.register(CLARA, draft("stroke", "neurology")));
    }

    @Test
    @DisplayName("A1: who is limited to a site sees a version's figures there, and not those of all sites together")
    void asksForTheSiteOfWhoIsLimitedToOne() {
        var northern = Actors.within(new Scope(null, null, "north"), "nils", Role.CLINICAL_REVIEWER);
        catalog.register(MIRA, sepsisDraft());
        var version = catalog.registerVersion(MIRA, "sepsis", firstVersion());

        assertThat(catalog.versionFor(northern, Permission.READ_PERFORMANCE, V1, "north"))
                .isEqualTo(version);
        assertThat(catalog.versionFor(MIRA, Permission.READ_PERFORMANCE, V1, null))
                .isEqualTo(version);
        assertCode(ErrorCode.NOT_ALLOWED, () -> catalog.versionFor(northern, Permission.READ_PERFORMANCE, V1, "south"));
        assertCode(ErrorCode.NOT_ALLOWED, () -> catalog.versionFor(northern, Permission.READ_PERFORMANCE, V1, null));
    }

    @Test
    void tellsWhoMaySeeButNotDoFromWhoMayNotSee() {
        catalog.register(MIRA, sepsisDraft());
        var server = Actors.machine(ApiScope.INGEST);

        assertCode(ErrorCode.NOT_ALLOWED, () -> catalog.registerVersion(CLARA, "sepsis", firstVersion()));
        assertThat(catalog.modelFor(server, Permission.SEND_PREDICTIONS, "sepsis")
                        .id())
                .isEqualTo("sepsis");
        assertCode(ErrorCode.NOT_FOUND, () -> catalog.model(server, "sepsis"));
        assertCode(ErrorCode.NOT_FOUND, () -> catalog.model(CLARA, "stroke"));
        assertCode(ErrorCode.NOT_FOUND, () -> catalog.version(MIRA, V1));
    }

    @Test
    @DisplayName("A1: a version carries a digest over the model's id and all that is declared")
    void freezesAVersion() {
        catalog.register(MIRA, sepsisDraft());

        var version = catalog.registerVersion(MIRA, "sepsis", firstVersion());

        var text = """
                {"declared":{"artifactDigest":"sha256:ab12","changeType":"FIRST","configuration":"window=6h",\
                "mlflowRun":"run-7","subgroups":["sex","race"],"threshold":0.15,"trainingData":"2019 to 2023"},\
                "model":"sepsis"}""";
        assertThat(version).isEqualTo(new ModelVersion(V1, firstVersion(), Digest.of(text), MIRA.id(), NOON));
        assertThat(catalog.version(CLARA, V1)).isEqualTo(version);
        assertThat(catalog.versionFor(MIRA, Permission.SEND_PREDICTIONS, V1)).isEqualTo(version);
        assertThat(catalog.intact(V1)).isTrue();
        assertThat(trail.recorded().getLast().deed().details())
                .containsEntry("digest", version.digest().hex());
    }

    @Test
    @DisplayName("A9: another prompt alone is another version with another digest")
    void takesAnotherDigestForAnotherPrompt() {
        catalog.register(MIRA, sepsisDraft());
        catalog.registerVersion(MIRA, "sepsis", declaration(ChangeType.FIRST, "Be brief."));

        catalog.registerVersion(MIRA, "sepsis", declaration(ChangeType.PROMPT, "Be brief."));
        var changed = catalog.registerVersion(MIRA, "sepsis", declaration(ChangeType.PROMPT, "Be very brief."));

        assertThat(changed.id()).isEqualTo(new ModelVersionId("sepsis", 3));
        assertThat(catalog.versions(MIRA, "sepsis"))
                .extracting(ModelVersion::digest)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    @DisplayName("A1: the same declaration under another model has another digest")
    void coversTheModelsIdToo() {
        assertThat(Catalog.digest("sepsis", firstVersion())).isNotEqualTo(Catalog.digest("stroke", firstVersion()));
    }

    @Test
    @DisplayName("A1: a version that was altered where it is kept is noticed")
    void noticesAnAlteredVersion() {
        catalog.register(MIRA, sepsisDraft());
        catalog.registerVersion(MIRA, "sepsis", declaration(ChangeType.FIRST, "Be brief."));

        all.tamper(V1, declaration(ChangeType.FIRST, "Be brief!"));

        assertThat(catalog.intact(V1)).isFalse();
        assertThat(catalog.intact(new ModelVersionId("sepsis", 9))).isFalse();
    }

    @Test
    void refusesAVersionThatDeclaresNothingNew() {
        catalog.register(MIRA, sepsisDraft());
        catalog.registerVersion(MIRA, "sepsis", firstVersion());
        catalog.registerVersion(MIRA, "sepsis", declaration(ChangeType.RETRAINED, null));

        assertRefused(
                () -> catalog.registerVersion(MIRA, "sepsis", declaration(ChangeType.RETRAINED, null)), refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(refused).hasMessage("sepsis/2 declares exactly the same already");
                });
    }

    @Test
    void refusesASecondFirstVersionTogetherWithEverythingElse() {
        catalog.register(MIRA, sepsisDraft());
        catalog.registerVersion(MIRA, "sepsis", firstVersion());
        var declared = new VersionDeclaration(2.0, ChangeType.FIRST, null, null, null, null, null, null, List.of());

        assertRefused(
                () -> catalog.registerVersion(MIRA, "sepsis", declared),
                refused -> assertThat(refused.fields())
                        .extracting(FieldProblem::field)
                        .containsExactly("threshold", "changeType"));
    }

    @Test
    void letsAdministratorsAddSites() {
        var north = new Site("north", "North Hospital");

        assertThat(catalog.addSite(ADMIN, north)).isEqualTo(north);

        assertThat(catalog.site("north")).contains(north);
        assertThat(catalog.site("west")).isEmpty();
        assertThat(trail.actions()).containsExactly("site.added");
        assertRefused(
                () -> catalog.addSite(ADMIN, north),
                refused -> assertThat(refused.fields())
                        .containsExactly(new FieldProblem("id", "belongs to another site already")));
        assertCode(ErrorCode.NOT_ALLOWED, () -> catalog.addSite(MIRA, new Site("west", "West")));
    }

    @Test
    void showsTheSitesOfTheRole() {
        catalog.addSite(ADMIN, new Site("north", "North Hospital"));
        catalog.addSite(ADMIN, new Site("south", "South Hospital"));
        var southerner = Actors.within(new Scope(null, null, "south"), "sue", Role.CLINICIAN);

        assertThat(catalog.sites(CLARA)).extracting(Site::id).containsExactly("north", "south");
        assertThat(catalog.sites(southerner)).extracting(Site::id).containsExactly("south");
    }

    private static void assertCode(ErrorCode code, Runnable attempt) {
        assertRefused(attempt, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static void assertRefused(Runnable attempt, Consumer<GovernanceException> so) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(GovernanceException.class, so);
    }
}
