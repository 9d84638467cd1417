package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.metric.Approximately.EXACT;
import static org.overread.monitoring.metric.Approximately.assertEstimate;
import static org.overread.monitoring.metric.Approximately.assertUndefined;
import static org.overread.monitoring.metric.Patterned.scored;

import org.junit.jupiter.api.Test;

class ConfusionTest {
    @Test
    void flagsAtTheThresholdItself() {
        var table = Confusion.of(Patterned.ladder(scored(.2, .3, .3, .4), 1, 1, 0, 0), .3);

        assertThat(table).isEqualTo(new Confusion(1, 2, 1, 0));
    }

    @Test
    void countsTheFourCells() {
        // numpy: f=s>=.5; (f&(y==1)).sum(), (f&(y==0)).sum(), (~f&(y==1)).sum(), (~f&(y==0)).sum()
        assertThat(Confusion.of(Patterned.ladder(), .5)).isEqualTo(new Confusion(56, 43, 32, 69));
    }

    @Test
    void agreesWithStatsmodelsOnWilsonIntervals() {
        // statsmodels.stats.proportion.proportion_confint(k, n, method="wilson") for each pair of k and n
        var table = new Confusion(56, 43, 32, 69);

        assertEstimate(
                table.sensitivity().wilson("-"), EXACT, 0.6363636363636364, 0.5321128870350563, 0.7292070038745185);
        assertEstimate(
                table.specificity().wilson("-"), EXACT, 0.6160714285714286, 0.5235748200728699, 0.7008698672151611);
        assertEstimate(table.ppv().wilson("-"), EXACT, 0.5656565656565656, 0.4673745665357267, 0.6590335975361747);
        assertEstimate(table.npv().wilson("-"), EXACT, 0.6831683168316832, 0.5871490857227591, 0.7657647368832344);
        assertEstimate(table.flagRate().wilson("-"), EXACT, 0.495, 0.4264584535990475, 0.5637299996647253);
        assertEstimate(table.prevalence().wilson("-"), EXACT, 0.44, 0.3729781925118586, 0.5092832466534134);
        // sklearn.metrics.f1_score(y, s>=.5)
        assertEstimate(table.f1(), EXACT, 0.5989304812834224);
        // (56 - 43*.5/.5)/200
        assertEstimate(table.netBenefit(.5), EXACT, 0.065);
        // ((s>=.2)&(y==1)).sum() - .25*((s>=.2)&(y==0)).sum() over 200
        assertEstimate(Confusion.of(Patterned.ladder(), .2).netBenefit(.2), EXACT, 0.29375);
    }

    @Test
    void saysWhyThereIsNothingToDivideBy() {
        var empty = new Confusion(0, 0, 0, 0);

        assertUndefined(empty.sensitivity().wilson("no events"), "no events");
        assertUndefined(empty.f1(), "no events and nothing flagged");
        assertUndefined(empty.netBenefit(.5), "no labelled predictions");
        assertUndefined(new Confusion(1, 1, 1, 1).netBenefit(1), "the odds of a threshold of 1 are infinite");
    }
}
