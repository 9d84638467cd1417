package org.overread.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.registry.catalog.CatalogFixtures.CLINICAL_OWNER;
import static org.overread.registry.catalog.CatalogFixtures.MIRA;
import static org.overread.registry.catalog.CatalogFixtures.MODEL_OWNER;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Written;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

/** What people write of models, versions, sites and stops is held to one rule. */
class WrittenDraftsTest {
    private static final String SURE = "Like MRN 00482913";
    private static final String DOUBTFUL = "Asked for by Dr Lindström";

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final InMemoryCatalog all = CatalogFixtures.sepsisCatalog(trail, 1);
    private final Catalog catalog = all.catalog();

    @Test
    @DisplayName("G3: the intended use of a model names no patient")
    void readsModels() {
        refused("intendedUse", () -> catalog.register(MIRA, new Written<>(model(SURE, "Stroke"), true)));
        refused("name", () -> catalog.register(MIRA, new Written<>(model("For wards", "Stroke " + SURE), true)));
        refused("intendedUse", () -> catalog.register(MIRA, model(DOUBTFUL, "Stroke")));

        catalog.register(MIRA, new Written<>(model(DOUBTFUL, "Stroke"), true));

        assertThat(trail.recorded().getLast().deed().details()).containsEntry("confirmedNoIdentifiers", "a name");
    }

    @Test
    @DisplayName("G3: prompt, training data and note of a version name no patient; a configuration none that is sure")
    void readsVersions() {
        refused("prompt", () -> register(new Written<>(version(null, SURE, null, null), true)));
        refused("trainingData", () -> register(new Written<>(version(null, null, SURE, null), true)));
        refused("note", () -> register(Written.plainly(version(null, null, null, DOUBTFUL))));
        refused("configuration", () -> register(new Written<>(version(SURE, null, null, null), true)));

        register(Written.plainly(version("seed: 1234567, from: 2024-11-02", null, null, null)));
    }

    @Test
    @DisplayName("G3: the reason of a stop names no patient, and a stop still needs no more than a tick")
    void readsReasons() {
        var sam = Actors.person("sam", Role.SAFETY_OFFICER);
        var version = new ModelVersionId("sepsis", 1);

        refused("reason", () -> all.stages().suspend(sam, version, "north", new Written<>(SURE, true)));
        refused("reason", () -> all.stages().suspend(sam, version, "north", DOUBTFUL));
        assertThat(all.stages().suspend(sam, version, "north", new Written<>(DOUBTFUL, true)))
                .isInstanceOf(Suspension.NotLive.class);
    }

    @Test
    void readsNamesOfSites() {
        assertThat(new Site("north", SURE).problems())
                .extracting(FieldProblem::field)
                .containsExactly("name");
        assertThat(new Site("north", "Dr Lindström's practice").problems()).isEmpty();
    }

    private void register(Written<VersionDeclaration> version) {
        catalog.registerVersion(MIRA, "sepsis", version);
    }

    private static void refused(String field, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(FieldProblem::field)
                                .containsExactly(field));
    }

    private static ModelDraft model(String intendedUse, String name) {
        return new ModelDraft(
                "stroke",
                name,
                intendedUse,
                OutputKind.RISK_SCORE,
                RiskTier.HIGH,
                "emergency",
                CLINICAL_OWNER,
                MODEL_OWNER,
                "Chief medical officer");
    }

    private static VersionDeclaration version(
            @Nullable String configuration, @Nullable String prompt, @Nullable String data, @Nullable String note) {
        return new VersionDeclaration(
                0.3, ChangeType.RETRAINED, null, configuration, prompt, null, data, note, List.of());
    }
}
