package org.overread.monitoring.plan.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;

class PlanFileTest {
    @Test
    @DisplayName("C11: a plan written as YAML is read back as the same plan, also values that look like others")
    void readsWhatItWrote() {
        var written = PlanFile.write(PlanFixtures.draft());

        assertThat(read(written)).isEqualTo(PlanFixtures.draft());
        assertThat(written).contains("owner: mira", "length: WEEK", "from: 2025-01-01", "- \"1\"");
    }

    @Test
    void takesAFileThatLeavesOutWhatGoesWithoutSaying() {
        var draft = read("""
            features:
              - name: age
                kind: numeric
            limits:
              - {metric: auroc, side: floor, alert: 0.7}
            owner: mira
            """);

        assertThat(draft.features())
                .singleElement()
                .satisfies(age -> assertThat(age.categories()).isEmpty());
        assertThat(draft.problems()).isNotEmpty();
    }

    @Test
    void namesThePlaceThatCannotBeRead() {
        assertThatThrownBy(() -> read("owner: mira\nlimts: []\n"))
                .hasMessageContaining("near line ")
                .hasMessageContaining("limts");
        assertThatThrownBy(() -> read("owner: [mira\n")).hasMessageContaining("cannot be read");
    }

    @Test
    @DisplayName("C11: what cannot be read is told with its line, its field and what would be right")
    void namesTheRemedy() {
        assertThatThrownBy(() -> read("features:\n  - name: age\n    kind: number\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("features[0].kind must be one of [NUMERIC, CATEGORICAL]");
        assertThatThrownBy(() -> read("limts: []\n"))
                .hasMessageContaining(
                        "there is no field limts here; known are deputy, drift, features, labelDelayDays");
        assertThatThrownBy(() -> read("owner: mira\nlabelDelayDays: soon\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("labelDelayDays must be a number");
        assertThatThrownBy(() -> read("review: {every: YEAR, due: tomorrow}\n"))
                .hasMessageContaining("review.due must be a day such as 2026-03-01");
        assertThatThrownBy(() -> read("subgroups: sex\n"))
                .hasMessageContaining("subgroups must be a list, each entry with a dash");
        assertThatThrownBy(() -> read("owner: \"mira\n")).hasMessageContaining("look at brackets");
        assertThatThrownBy(() -> read("subgroups:\n  - sex\n  -\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("subgroups[1] must be a text");
    }

    @Test
    @DisplayName("C11: what is not acceptable is told with the line it stands on, or the line of what it belongs to")
    void locatesProblems() {
        var text = """
                owner: mira
                limits:
                  - metric: auroc
                    side: floor
                    alert: 7
                  - {metric: auroc, side: ceiling, alert: 0.9}
                """;
        var refused = new GovernanceException(
                ErrorCode.INVALID,
                "Not yet.",
                List.of(
                        new FieldProblem("deputy", "is required"),
                        new FieldProblem("limits[1].warning", "must not lie above"),
                        new FieldProblem("limits[0].alert", "must be from 0 to 1")));

        assertThat(PlanFile.located(text, refused).fields())
                .extracting(FieldProblem::field)
                .containsExactly("Line 5: limits[0].alert", "Line 6: limits[1].warning", "deputy");
    }

    @Test
    @DisplayName("C11: the first line that is told can be gone to")
    void saysWhereToGo() {
        assertThatThrownBy(() -> read("owner: mira\nlimts: []\n"))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(PlanFile.firstLine(refused)).hasValue(2));
        assertThat(PlanFile.firstLine(new GovernanceException(
                        ErrorCode.INVALID,
                        "Not yet.",
                        List.of(
                                new FieldProblem("Line 5: limits[0].alert", "must be from 0 to 1"),
                                new FieldProblem("Line 6: owner", "is required")))))
                .hasValue(5);
        assertThat(PlanFile.firstLine(new GovernanceException(ErrorCode.INVALID, "Not yet.")))
                .isEmpty();
    }

    @Test
    void keepsWhatIsNotFinished() {
        var draft = read("limits:\n  - {metric: auroc, side: floor, alert: NaN}\n");

        assertThat(read(PlanFile.write(draft))).isEqualTo(draft);
        assertThat(draft.problems()).extracting(FieldProblem::field).contains("limits[0].alert");
    }

    private static PlanDraft read(String text) {
        return PlanFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
