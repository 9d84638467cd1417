package org.overread.monitoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.metric.Approximately.FITTED;
import static org.overread.monitoring.metric.Approximately.assertEstimate;
import static org.overread.monitoring.metric.Approximately.assertUndefined;
import static org.overread.monitoring.metric.Patterned.scored;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CalibrationLineTest {
    @Test
    void agreesWithStatsmodels() {
        // x=np.log(s/(1-s)); r=sm.Logit(y,sm.add_constant(x)).fit(tol=1e-14); r.params; r.conf_int()
        // sm.GLM(y,np.ones((200,1)),family=sm.families.Binomial(),offset=x).fit(tol=1e-14)
        var line = CalibrationLine.of(Patterned.ladder());

        assertEstimate(line.intercept(), FITTED, -0.24265159563410657, -0.5303883875239109, 0.04508519625569782);
        assertEstimate(line.slope(), FITTED, 0.29910117989662116, 0.1200643591029083, 0.478138000690334);
        assertEstimate(line.inTheLarge(), FITTED, -0.3321391266916582, -0.6722816945856793, 0.00800344120236296);
    }

    @Test
    void clipsScoresOfExactlyZeroAndOne() {
        // s[:10]=0; s[10:20]=1; c=np.clip(s,1e-6,1-1e-6); sm.Logit(y,sm.add_constant(np.log(c/(1-c)))).fit(tol=1e-14)
        var scores = Patterned.scores(200);
        Arrays.fill(scores, 0, 10, 0);
        Arrays.fill(scores, 10, 20, 1);

        var line = CalibrationLine.of(Ladder.of(scores, Patterned.outcomes(200), 10));

        assertEstimate(line.intercept(), FITTED, -0.24194873, -0.52220966, 0.03831221);
        assertEstimate(line.slope(), FITTED, 0.03783409, -0.02388736, 0.09955553);
    }

    @Test
    void findsTheMaximumWhenEventsAreRare() {
        // i=np.arange(1000); y=np.isin(i,[17,250,731]); sm.Logit(y,sm.add_constant(x)).fit(tol=1e-14)
        var outcomes = new byte[1000];
        outcomes[17] = outcomes[250] = outcomes[731] = 1;

        var line = CalibrationLine.of(Ladder.of(Patterned.scores(1000), outcomes, 10));

        assertEstimate(line.intercept(), FITTED, -5.80954509, -6.94723065, -4.67185954);
        assertEstimate(line.slope(), FITTED, 0.06940659, -0.59692735, 0.73574053);
    }

    @Test
    void hasNoSlopeWhenAllScoresAreEqual() {
        // sm.GLM(y,np.ones((4,1)),offset=np.log(s/(1-s)),family=Binomial()): logit(.5)-logit(.2) = log(4)
        var line = CalibrationLine.of(Patterned.ladder(scored(.2, .2, .2, .2), 1, 0, 1, 0));

        assertUndefined(line.slope(), "all scores are equal");
        assertUndefined(line.intercept(), "all scores are equal");
        assertThat(line.inTheLarge().value()).isCloseTo(Math.log(4), org.assertj.core.api.Assertions.within(FITTED));
    }

    @Test
    void hasNoMaximumWhenTheScoreSeparatesTheClasses() {
        var reason = "the score separates events from non-events: the likelihood has no maximum";

        assertUndefined(
                CalibrationLine.of(Patterned.ladder(scored(.1, .2, .8, .9), 0, 0, 1, 1))
                        .slope(),
                reason);
        assertUndefined(
                CalibrationLine.of(Patterned.ladder(scored(.1, .5, .5, .9), 0, 0, 1, 1))
                        .slope(),
                reason);
        assertUndefined(
                CalibrationLine.of(Patterned.ladder(scored(.1, .2, .8, .9), 1, 1, 0, 0))
                        .slope(),
                reason);
        assertUndefined(
                CalibrationLine.of(Patterned.ladder(scored(.1, .5, .5, .9), 1, 1, 0, 0))
                        .slope(),
                reason);
    }

    @Test
    void saysWhichClassIsMissing() {
        var line = CalibrationLine.of(Patterned.ladder(scored(.1, .2), 0, 0));

        assertUndefined(line.intercept(), "no events among the labelled predictions");
        assertUndefined(line.slope(), "no events among the labelled predictions");
        assertUndefined(line.inTheLarge(), "no events among the labelled predictions");
    }
}
