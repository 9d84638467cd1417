package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.estimate.Estimated;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

/** Of 200 patients the outcomes are known of some of the 100 flagged, and of some of the 100 others. */
class OutcomeFactsTest {
    @Test
    @DisplayName("C4: outcomes that are known more often of the flagged are a concern")
    void warnsOfOutcomesOfTheFlagged() {
        assertThat(facts(80, 40)).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo(Kind.OUTCOMES);
            assertThat(fact.weight()).isEqualTo(Weight.CONCERN);
            assertThat(fact.sentence()).startsWith("Outcomes are known for 80 % of the flagged but 40 %");
        });
    }

    @Test
    @DisplayName("C4: that more than one in twenty is late is worth knowing, with what to expect; fewer are not")
    void tellsOfLateOutcomes() {
        assertThat(facts(94, 95)).singleElement().satisfies(fact -> {
            assertThat(fact.weight()).isEqualTo(Weight.NOTE);
            assertThat(fact.sentence()).matches("Outcomes are known for 9[45] % of predictions; estimated AUROC 0.*");
        });
        assertThat(facts(95, 95)).isEmpty();
    }

    @Test
    @DisplayName("C4: where nothing can be expected, late outcomes are not told")
    void tellsNothingWithoutAnEstimate() {
        assertThat(OutcomeFacts.of(Estimated.of(reference(10), current(60, 60), 0.5)))
                .as("its reference window is of ten patients")
                .isEmpty();
    }

    private static List<Fact> facts(int ofFlagged, int ofOthers) {
        return OutcomeFacts.of(Estimated.of(reference(200), current(ofFlagged, ofOthers), 0.5))
                .toList();
    }

    private static Cohort reference(int patients) {
        var rows = Cohort.builder();
        for (int i = 0; i < 200; i++) {
            rows.add(i % 10 / 10.0, i % 10 + i / 10 % 10 >= 10 ? 1 : 0, "p" + i % patients, Map.of());
        }
        return rows.build();
    }

    private static Cohort current(int ofFlagged, int ofOthers) {
        var rows = Cohort.builder();
        for (int i = 0; i < 200; i++) {
            boolean flagged = i < 100;
            rows.add(flagged ? 0.8 : 0.2, i % 100 < (flagged ? ofFlagged : ofOthers) ? i % 2 : null, "p" + i, Map.of());
        }
        return rows.build();
    }
}
