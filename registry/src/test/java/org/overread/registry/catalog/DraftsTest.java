package org.overread.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.FieldProblem;
import org.overread.registry.Place;

class DraftsTest {
    @Test
    @DisplayName("A10: everything that is missing is told at once, the clinical owner too")
    void tellsAllProblemsAtOnce() {
        var empty = new ModelDraft(" ", null, null, null, null, null, null, null, null);

        assertThat(empty.problems())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "id",
                        "name",
                        "intendedUse",
                        "kind",
                        "riskTier",
                        "department",
                        "clinicalOwner",
                        "modelOwner",
                        "sponsor");
    }

    @Test
    void becomesAModelThatIsFoundWhereItsDepartmentIs() {
        var draft = CatalogFixtures.sepsisDraft();
        var at = Instant.parse("2026-01-01T12:00:00Z");

        assertThat(draft.problems()).isEmpty();
        assertThat(draft.registered(at).place()).isEqualTo(new Place("sepsis", "emergency", null));
        assertThat(draft.registered(at).registeredAt()).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "Sepsis", "-sepsis", "sepsis score", "sepsis/2", "sépsis"})
    void refusesIdsThatCannotStandInAnAddress(String id) {
        assertThat(CatalogFixtures.draft(id, "emergency").problems())
                .extracting(FieldProblem::field)
                .containsExactly("id");
    }

    @Test
    void refusesTextThatIsTooLongOrCannotBeKept() {
        assertThat(CatalogFixtures.draft("sepsis", "e".repeat(201)).problems())
                .containsExactly(new FieldProblem("department", "must be at most 200 characters long"));
        assertThat(CatalogFixtures.draft("sepsis", "a\0b").problems())
                .containsExactly(new FieldProblem("department", "holds a character that cannot be kept (NUL)"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesThresholdsThatNoScoreCanMeet(double threshold) {
        assertThat(withThreshold(threshold).problems())
                .containsExactly(new FieldProblem("threshold", "must be a number from 0 to 1"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void takesThresholdsAtTheEnds(double threshold) {
        assertThat(withThreshold(threshold).problems()).isEmpty();
    }

    @Test
    void refusesASubgroupNamedTwiceOrWithoutAName() {
        var declared = new VersionDeclaration(
                null, ChangeType.FIRST, null, null, null, null, null, null, List.of("sex", "sex", ""));

        assertThat(declared.problems())
                .containsExactly(
                        new FieldProblem("subgroups", "names one twice"), new FieldProblem("subgroups", "is required"));
    }

    @Test
    void leavesOutOfItsContentWhatIsNotDeclared() {
        assertThat(withThreshold(0.5).content()).containsOnlyKeys("changeType", "threshold");
        assertThat(CatalogFixtures.declaration(ChangeType.PROMPT, "Be brief.").content())
                .containsOnlyKeys(
                        "artifactDigest",
                        "changeType",
                        "configuration",
                        "mlflowRun",
                        "prompt",
                        "subgroups",
                        "threshold",
                        "trainingData");
    }

    @Test
    void doesNotChangeWhenItsMakerChangesTheList() {
        var attributes = new ArrayList<>(List.of("sex"));
        var declared = new VersionDeclaration(null, ChangeType.FIRST, null, null, null, null, null, null, attributes);
        attributes.add("race");

        assertThat(declared.subgroups()).containsExactly("sex");
    }

    @Test
    void saysWhatIsWrongWithASite() {
        assertThat(new Site("north", "North Hospital").problems()).isEmpty();
        assertThat(new Site("North Hospital", " ").problems())
                .extracting(FieldProblem::field)
                .containsExactly("id", "name");
    }

    private static VersionDeclaration withThreshold(double threshold) {
        return new VersionDeclaration(threshold, ChangeType.FIRST, null, null, null, null, null, null, List.of());
    }
}
