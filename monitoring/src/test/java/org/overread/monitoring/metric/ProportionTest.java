package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.overread.monitoring.metric.Approximately.EXACT;
import static org.overread.monitoring.metric.Approximately.assertEstimate;
import static org.overread.monitoring.metric.Approximately.assertNear;

import org.junit.jupiter.api.Test;

class ProportionTest {
    @Test
    void keepsItsIntervalWithinTheUnitRangeAtTheEnds() {
        // statsmodels proportion_confint(k, n, method="wilson") for (0,10), (10,10), (1,1), (3,1000)
        assertEstimate(new Proportion(0, 10).wilson("-"), EXACT, 0, 0, 0.27753279986288926);
        assertEstimate(new Proportion(10, 10).wilson("-"), EXACT, 1, 0.7224672001371106, 1);
        assertEstimate(new Proportion(1, 1).wilson("-"), EXACT, 1, 0.2065493143772374, 1);
        assertEstimate(new Proportion(3, 1000).wilson("-"), EXACT, 0.003, 0.0010207838811386195, 0.008783014053503176);
        assertThat(new Proportion(0, 10).wilson("-").low()).isNotNegative();
        assertThat(new Proportion(10, 10).wilson("-").high()).isLessThanOrEqualTo(1);
    }

    @Test
    void comparesAsStatsmodelsDoes() {
        // confint_proportions_2indep(56, 88, 43, 112, compare="diff", method="newcomb")
        // confint_proportions_2indep(56, 88, 43, 112, compare="ratio", method="log")
        // proportions_ztest([56, 43], [88, 112])
        var comparison = new Proportion(56, 88).against(new Proportion(43, 112));

        assertEstimate(comparison.difference(), EXACT, 0.2524350649350649, 0.11306562309322468, 0.37817553609362065);
        assertEstimate(comparison.ratio(), EXACT, 1.657505285412262, 1.2491991333135235, 2.1992680733633376);
        assertNear(comparison.pValue(), 0.0003935806712654493, EXACT);
    }

    @Test
    void comparesSmallGroupsToo() {
        // the same three calls for (3, 20, 12, 40)
        var comparison = new Proportion(3, 20).against(new Proportion(12, 40));

        assertEstimate(comparison.difference(), EXACT, -0.15, -0.3325935646475753, 0.09186159320619486);
        assertEstimate(comparison.ratio(), EXACT, 0.5, 0.15900964483360336, 1.5722316735039188);
        assertNear(comparison.pValue(), 0.2059032107320684, EXACT);
    }

    @Test
    void givesNoIntervalForARatioOfZero() {
        // confint_proportions_2indep(0, 12, 5, 50, compare="diff", method="newcomb"); proportions_ztest([0, 5], [12,
        // 50])
        var comparison = new Proportion(0, 12).against(new Proportion(5, 50));

        assertEstimate(comparison.difference(), EXACT, -0.1, -0.21360231437479657, 0.14899464334348028);
        assertThat(comparison.ratio())
                .isEqualTo(Estimate.withoutInterval(0, "a ratio of zero has no interval on the log scale"));
        assertNear(comparison.pValue(), 0.2532540806303365, EXACT);
    }

    @Test
    void givesNoRatioToZero() {
        var comparison = new Proportion(5, 50).against(new Proportion(0, 12));

        assertThat(comparison.ratio()).isEqualTo(Estimate.undefined("the figure of the reference group is zero"));
    }

    @Test
    void hasNoTestWhenBothAreNoneOrAll() {
        assertThat(new Proportion(0, 5).against(new Proportion(0, 9)).pValue()).isNull();
        assertThat(new Proportion(5, 5).against(new Proportion(9, 9)).pValue()).isNull();
    }

    @Test
    void comparesNothingWithAnEmptyGroup() {
        assertThat(new Proportion(0, 0).against(new Proportion(1, 2)))
                .isEqualTo(Comparison.undefined("one of the two groups has no cases to count"));
    }

    @Test
    void refusesMoreSuccessesThanTrials() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(3, 2))
                .withMessageContaining("3 of 2");
    }
}
