package org.overread.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Ladder;
import org.overread.monitoring.metric.LadderBuilder;
import org.overread.monitoring.metric.Metric;

/**
 * The references are of scikit-learn 1.2.1, with {@code i = arange(400)}, {@code j = arange(300)}:
 *
 * <pre>
 * sr = floor(((i*37)%101)/101.0*200)/200;  yr = (((i*53)%97)/97.0 &lt; 0.1 + 0.6*sr).astype(int)
 * sc = floor(((j*41)%103)/103.0*150)/150
 * c = IsotonicRegression(out_of_bounds="clip").fit(sr, yr).predict(sc)
 * roc_auc_score(r_[ones(300), zeros(300)], r_[sc, sc], sample_weight=r_[c, 1-c])
 * </pre>
 */
class LabelFreeFiguresTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    @DisplayName("C4: the isotonic regression is scikit-learn's, with ties, between scores and outside of them")
    void fitsAsScikitLearnDoes() {
        // IsotonicRegression(out_of_bounds="clip").fit([.1,.2,.2,.3,.4,.5,.6], [0,1,0,0,1,0,1])
        //     .predict([0,.1,.15,.2,.35,.4,.5,.55,.6,.9])
        var fitted = IsotonicRegression.of(
                Ladder.of(new double[] {0.1, 0.2, 0.2, 0.3, 0.4, 0.5, 0.6}, new byte[] {0, 1, 0, 0, 1, 0, 1}, 10));

        var expected = new double[] {0, 0, 1 / 6.0, 1 / 3.0, 5 / 12.0, 0.5, 0.5, 0.75, 1, 1};
        var scores = new double[] {0, 0.1, 0.15, 0.2, 0.35, 0.4, 0.5, 0.55, 0.6, 0.9};
        assertThat(Arrays.stream(scores).map(fitted::at).toArray()).containsExactly(expected, EXACT);
    }

    @Test
    void fitsTheLargerPatternAsScikitLearnDoes() {
        var fitted = IsotonicRegression.of(reference());

        assertThat(fitted.at(0.013)).isCloseTo(0.08333333333333333, EXACT);
        assertThat(fitted.at(0.5)).isCloseTo(0.4166666666666667, EXACT);
        assertThat(fitted.at(0.777)).isCloseTo(0.6086956521739131, EXACT);
    }

    @Test
    @DisplayName("C4: expected figures without outcomes agree with the scikit-learn reference to 1e-9")
    void estimatesAsTheReferenceDoes() {
        var figures = LabelFreeFigures.of(reference(), current(), 0.5);

        assertThat(value(figures, Metric.AUROC)).isCloseTo(0.7167330009450728, EXACT);
        assertThat(value(figures, Metric.SENSITIVITY)).isCloseTo(0.7138284015730805, EXACT);
        assertThat(value(figures, Metric.SPECIFICITY)).isCloseTo(0.6504809073020582, EXACT);
        assertThat(value(figures, Metric.PPV)).isCloseTo(0.5805125960509679, EXACT);
        assertThat(value(figures, Metric.NPV)).isCloseTo(0.7703567553410409, EXACT);
        assertThat(value(figures, Metric.F1)).isCloseTo(0.6403048026644731, EXACT);
        assertThat(value(figures, Metric.FLAG_RATE)).isCloseTo(0.49666666666666665, EXACT);
        assertThat(value(figures, Metric.PREVALENCE)).isCloseTo(0.4039083558503234, EXACT);
        assertThat(figures.get(Metric.AUROC).method()).isEqualTo("cbpe");
    }

    @Test
    void saysWhyThereIsNothing() {
        var few = Ladder.of(new double[40], new byte[40], 10);

        assertThat(LabelFreeFigures.of(few, current(), 0.5).get(Metric.AUROC))
                .isEqualTo(Estimate.undefined(
                        "the reference window has fewer than 20 events or non-events with known outcome"));
        assertThat(LabelFreeFigures.of(reference(), new double[0], 0.5).get(Metric.PPV))
                .isEqualTo(Estimate.undefined("no predictions"));
        assertThat(LabelFreeFigures.of(reference(), new double[] {0.2, 0.4}, 0.5)
                        .get(Metric.PPV))
                .isEqualTo(Estimate.undefined("nothing is flagged at this threshold"));
        assertThat(LabelFreeFigures.of(reference(), current(), 0.5)
                        .get(Metric.BRIER)
                        .value())
                .isNull();
    }

    @Test
    void cannotTellApartWhatIsEqual() {
        assertThat(LabelFreeFigures.of(reference(), new double[] {0.4, 0.4, 0.4}, 0.5)
                        .get(Metric.AUROC))
                .isEqualTo(Estimate.of(0.5, "cbpe"));
    }

    @Test
    void refusesWhatIsNoScore() {
        var fitted = IsotonicRegression.of(reference());

        assertThatThrownBy(() -> fitted.at(Double.NaN)).hasMessageContaining("not from 0 to 1");
        assertThatThrownBy(() -> IsotonicRegression.of(Ladder.of(new double[0], new byte[0], 10)))
                .hasMessageContaining("no labelled prediction");
    }

    private static double value(LabelFreeFigures figures, Metric metric) {
        return java.util.Objects.requireNonNull(figures.get(metric).value());
    }

    @Test
    @DisplayName("C4: what was condensed to few points has lost the scores that a regression needs, and is refused")
    void refusesACondensedLadder() {
        var builder = LadderBuilder.condensed(5_000, 0, 0.5, 10);
        for (var row = 0; row < 5_000; row++) {
            builder.add(row / 5_000.0, true);
        }
        var ladder = builder.build();

        assertThatThrownBy(() -> IsotonicRegression.of(ladder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("every distinct score is needed, not a condensed ladder");
    }

    private static Ladder reference() {
        var scores = IntStream.range(0, 400)
                .mapToDouble(i -> Math.floor(i * 37 % 101 / 101.0 * 200) / 200)
                .toArray();
        var outcomes = new byte[400];
        for (var i = 0; i < 400; i++) {
            outcomes[i] = (byte) (i * 53 % 97 / 97.0 < 0.1 + 0.6 * scores[i] ? 1 : 0);
        }
        return Ladder.of(scores, outcomes, 10);
    }

    private static double[] current() {
        return IntStream.range(0, 300)
                .mapToDouble(j -> Math.floor(j * 41 % 103 / 103.0 * 150) / 150)
                .toArray();
    }
}
