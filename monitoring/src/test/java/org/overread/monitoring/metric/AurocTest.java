package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.metric.Approximately.EXACT;
import static org.overread.monitoring.metric.Approximately.assertEstimate;
import static org.overread.monitoring.metric.Approximately.assertNear;
import static org.overread.monitoring.metric.Approximately.assertUndefined;
import static org.overread.monitoring.metric.Patterned.scored;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AurocTest {
    @Test
    @DisplayName("C2: AUROC with DeLong equals pROC")
    void agreesWithProcOnTiedScores() {
        // R: i<-0:199; s<-((i*37)%%101+0.5)/102; y<-as.integer(((i*53)%%89)/89 < 0.2+0.5*s)
        //    r<-pROC::roc(y,s,direction="<"); pROC::ci.auc(r,method="delong"); var(r,method="delong")
        var auroc = Auroc.of(ladder());

        assertEstimate(auroc.estimate(), EXACT, 0.65827922077922085, 0.58231054341033472, 0.73424789814810698);
        assertNear(auroc.variance(), 0.0015023563210122071, 1e-15);
    }

    @Test
    void staysExactWhenEventsAreRare() {
        // R: i<-0:999; y<-as.integer(i %in% c(17,250,731)); pROC::ci.auc(pROC::roc(y,s,direction="<"),method="delong")
        var outcomes = new byte[1000];
        outcomes[17] = outcomes[250] = outcomes[731] = 1;

        var estimate = Auroc.of(Ladder.of(Patterned.scores(1000), outcomes, 10)).estimate();

        assertEstimate(estimate, EXACT, 0.53978602474088933, 0.21645747152695810, 0.86311457795482061);
    }

    @Test
    void isOneHalfWhenAllScoresAreEqual() {
        // pROC::ci.auc(pROC::roc(c(1,0,1,0), rep(.3,4), direction="<"), method="delong"): 0.5-0.5 (DeLong)
        var estimate =
                Auroc.of(Patterned.ladder(scored(.3, .3, .3, .3), 1, 0, 1, 0)).estimate();

        assertThat(estimate).isEqualTo(Estimate.of(.5, .5, .5, "delong"));
    }

    @Test
    void isOneWithoutSpreadWhenTheClassesAreApart() {
        var estimate =
                Auroc.of(Patterned.ladder(scored(.1, .2, .8, .9), 0, 0, 1, 1)).estimate();

        assertThat(estimate).isEqualTo(Estimate.of(1, 1, 1, "delong"));
    }

    @Test
    void clipsTheIntervalToTheUnitRange() {
        // pROC::ci.auc(pROC::roc(c(0,0,1,1), c(.1,.4,.35,.8), direction="<"), method="delong")
        var estimate =
                Auroc.of(Patterned.ladder(scored(.1, .4, .35, .8), 0, 0, 1, 1)).estimate();

        assertEstimate(estimate, EXACT, .75, 0.057048087825161242, 1);
    }

    @Test
    void hasNoIntervalWithOneEvent() {
        var estimate = Auroc.of(Patterned.ladder(scored(.1, .4, .35), 0, 0, 1)).estimate();

        assertThat(estimate)
                .isEqualTo(Estimate.withoutInterval(.5, "the interval needs two events and two non-events"));
    }

    @Test
    void saysWhatIsMissing() {
        assertUndefined(Auroc.of(Patterned.ladder(scored())).estimate(), "no labelled predictions");
        assertUndefined(Auroc.of(Patterned.ladder(scored(.4), -1)).estimate(), "no labelled predictions");
        assertUndefined(
                Auroc.of(Patterned.ladder(scored(.4), 1)).estimate(), "no non-events among the labelled predictions");
        assertUndefined(
                Auroc.of(Patterned.ladder(scored(.4, .5), 0, 0)).estimate(),
                "no events among the labelled predictions");
    }

    @Test
    void comparesTwoIndependentGroups() {
        // R: a<-1:100; b<-101:200; se<-sqrt(var(roc(y[a],s[a]))+var(roc(y[b],s[b]))); d<-auc(a)-auc(b)
        //    d-qnorm(.975)*se; d+qnorm(.975)*se; 2*pnorm(-abs(d/se))
        var scores = Patterned.scores(200);
        var outcomes = Patterned.outcomes(200);
        var first = Auroc.of(Ladder.of(Arrays.copyOf(scores, 100), Arrays.copyOf(outcomes, 100), 10));
        var second =
                Auroc.of(Ladder.of(Arrays.copyOfRange(scores, 100, 200), Arrays.copyOfRange(outcomes, 100, 200), 10));

        var comparison = first.against(second);

        assertEstimate(
                comparison.difference(), EXACT, 0.032467532467532423, -0.120302872155812868, 0.185237937090877713);
        assertNear(comparison.pValue(), 0.677013898341113807, EXACT);
        // log method with the delta variance: exp(log(r) +- qnorm(.975)*sqrt(va/a^2+vb/b^2))
        assertEstimate(comparison.ratio(), EXACT, 1.05056890012642223, 0.83271880350970973, 1.32541142251265520);
    }

    @Test
    void doesNotCompareWithAnUndefinedArea() {
        var comparison = Auroc.of(ladder()).against(Auroc.of(Patterned.ladder(scored(.4), 1)));

        assertThat(comparison).isEqualTo(Comparison.undefined("no non-events among the labelled predictions"));
    }

    private static Ladder ladder() {
        return Patterned.ladder();
    }
}
