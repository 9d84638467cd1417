package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.comparison.Ranking;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

class ComparisonFactsTest {
    @Test
    @DisplayName("C2: a version is worse or better than the one before it only where the whole interval says so")
    void saysWorseAndBetter() {
        assertThat(facts(-0.02, -0.03, -0.01, 0.0004))
                .containsExactly(new Fact(
                        Kind.COMPARISON,
                        Weight.CONCERN,
                        "Version 3 is worse than version 2 on the same 1,000 cases: AUROC differs by −0.0200 (−0.0300 to"
                                + " −0.0100), p < 0.001."));
        assertThat(facts(0.02, 0.01, 0.03, 0.0004))
                .containsExactly(new Fact(
                        Kind.COMPARISON,
                        Weight.CALM,
                        "Version 3 is better than version 2 on the same 1,000 cases: AUROC differs by 0.0200 (0.0100 to"
                                + " 0.0300), p < 0.001."));
    }

    @Test
    @DisplayName("C2: where the interval reaches zero it is not better, or not shown to be where a gain could matter")
    void saysWhereNothingIsShown() {
        assertThat(facts(-0.005, -0.015, 0.005, 0.33))
                .singleElement()
                .returns(Weight.NOTE, Fact::weight)
                .asString()
                .contains("Version 3 is not better than version 2", ", p 0.33.");
        assertThat(facts(0.005, -0.005, 0.015, 0.33))
                .singleElement()
                .returns(Weight.NOTE, Fact::weight)
                .asString()
                .contains("Version 3 is not shown to be better than version 2");
        assertThat(ComparisonFacts.of(3, 2, new Ranking(1_000L, Estimate.undefined("no events"), null)))
                .isEmpty();
    }

    private static List<Fact> facts(double value, double low, double high, @Nullable Double p) {
        return ComparisonFacts.of(3, 2, new Ranking(1_000L, Estimate.of(value, low, high, "paired delong"), p))
                .toList();
    }
}
