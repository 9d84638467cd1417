package org.overread.monitoring.plan.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.monitoring.plan.PlanFixtures;

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

    private static PlanDraft read(String text) {
        return PlanFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
