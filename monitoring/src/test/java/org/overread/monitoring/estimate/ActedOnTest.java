package org.overread.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.SmallCells;

/** Cases flagged at 0.5; of each kind as many as a test says, each of a patient of its own. */
class ActedOnTest {
    private final List<Case> cases = new ArrayList<>();

    private record Case(double score, boolean event, boolean acted, long patient) {}

    @Test
    @DisplayName("C6: the naive figures are those of the outcomes as they came, beside each its own")
    void tellsTheNaiveFigures() {
        enough();

        var told = compared();

        assertThat(told.reason()).isNull();
        assertThat(told.cases()).isEqualTo(140);
        assertThat(told.acted()).isEqualTo(20);
        // sklearn.metrics.roc_auc_score([1]*60 + [0]*80, [.5]*40 + [.2]*20 + [.5]*30 + [.2]*50) -> 0.6458333333333333
        assertThat(told.lines())
                .extracting(ActedOn.Line::metric)
                .containsExactly(Metric.AUROC, Metric.SENSITIVITY, Metric.PPV);
        assertThat(told.lines().get(0).naive().value()).isCloseTo(0.6458333333333333, within(1e-12));
        assertThat(told.lines().get(1).naive().value()).isCloseTo(40 / 60.0, within(1e-12));
        assertThat(told.lines().get(2).naive().value()).isCloseTo(40 / 70.0, within(1e-12));
    }

    @Test
    @DisplayName("C3: no figure is told where the acted on, the others, or a cell at the threshold stand for few")
    void hidesWhatStandsForFew() {
        assertThat(hidden(40, 20, 10, 50, 10)).as("10 acted on").isTrue();
        assertThat(hidden(40, 20, 11, 50, 111)).as("10 not acted on").isTrue();
        assertThat(hidden(10, 20, 40, 50, 20)).as("10 flagged events").isTrue();
        assertThat(hidden(40, 10, 40, 50, 20))
                .as("10 events that were not flagged")
                .isTrue();
        assertThat(hidden(40, 20, 10, 50, 20)).as("10 others that were flagged").isTrue();
        assertThat(hidden(40, 20, 40, 10, 20)).as("10 others that were not").isTrue();
        assertThat(hidden(11, 11, 11, 11, 11)).as("11 of each").isFalse();
    }

    @Test
    @DisplayName("C3: few patients stay few however often they come")
    void countsPatients() {
        enough();
        for (int i = 0; i < cases.size(); i++) {
            var each = cases.get(i);
            cases.set(i, new Case(each.score(), each.event(), each.acted(), each.acted() ? i % 10 : 1_000 + i));
        }

        assertThat(compared().reason()).isEqualTo(SmallCells.REASON);
    }

    private void enough() {
        add(40, 0.5, true);
        add(20, 0.2, true);
        add(30, 0.5, false);
        add(50, 0.2, false);
        act(20);
    }

    private boolean hidden(int flaggedEvents, int otherEvents, int flaggedOthers, int others, int acted) {
        cases.clear();
        add(flaggedEvents, 0.5, true);
        add(otherEvents, 0.2, true);
        add(flaggedOthers, 0.5, false);
        add(others, 0.2, false);
        act(acted);
        return SmallCells.REASON.equals(compared().reason());
    }

    private void add(int many, double score, boolean event) {
        for (int i = 0; i < many; i++) {
            cases.add(new Case(score, event, false, cases.size()));
        }
    }

    /** The first so many were acted on. */
    private void act(int many) {
        for (int i = 0; i < many; i++) {
            var each = cases.get(i);
            cases.set(i, new Case(each.score(), each.event(), true, each.patient()));
        }
    }

    private ActedOn compared() {
        var outcomes = new boolean[cases.size()];
        var acted = new boolean[cases.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = cases.get(i).event();
            acted[i] = cases.get(i).acted();
        }
        return ActedOn.of(
                new AnsweredCases(
                        cases.stream().mapToDouble(Case::score).toArray(),
                        outcomes,
                        acted,
                        cases.stream().mapToLong(Case::patient).toArray()),
                0.5);
    }
}
