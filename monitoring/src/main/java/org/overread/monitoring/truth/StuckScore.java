package org.overread.monitoring.truth;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.overread.monitoring.drift.Column;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.metric.Proportion;
import org.overread.monitoring.profile.FeatureDistribution;
import org.overread.monitoring.profile.NumericDistribution;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

/**
 * Whether a version gives one and the same score to most patients of the latest month, and did not in the reference window:
 * a default in place of an answer. One month is enough, since no mix of patients does that.
 */
final class StuckScore {
    private static final double MOST = 0.5;

    /** The smallest share that is told. */
    private static final double LEAST = 0.001;

    /** So many times as often as any score in the reference window. */
    private static final double TIMES = 2;

    private final DriftFinding finding;
    private final Proportion now;
    private final double score;

    private StuckScore(DriftFinding finding, Proportion now, double score) {
        this.finding = finding;
        this.now = now;
        this.score = score;
    }

    static Optional<StuckScore> of(DriftReport report) {
        return report.findings().stream()
                .filter(finding -> finding.column().kind() == Column.Kind.SCORE)
                .flatMap(finding -> of(finding, report.rule().fewest()))
                .findFirst();
    }

    private static Stream<StuckScore> of(DriftFinding finding, long fewest) {
        var drift = finding.now().drift();
        if (!(drift.current() instanceof NumericDistribution current)
                || Math.min(current.present(), drift.reference().present()) < fewest) {
            return Stream.empty();
        }
        var now = commonest(current);
        var share = (double) now.successes() / now.trials();
        return share >= MOST && share >= TIMES * usual(drift.reference())
                ? Stream.of(new StuckScore(finding, now, value(current, now.successes())))
                : Stream.empty();
    }

    /** The drift of the same column, which says the same less clearly. */
    boolean explains(DriftFinding other) {
        return other.column().equals(finding.column());
    }

    Fact fact() {
        return new Fact(
                Kind.MOVED,
                Weight.CONCERN,
                hidden()
                        ? "It gives most patients one and the same score: %s in the latest month."
                                .formatted(Words.two(score))
                        : "It gives most patients one and the same score: %s in %s of predictions of the latest month, where no score came in more than %s in the reference window."
                                .formatted(
                                        Words.two(score),
                                        Words.share(now.wilson("")),
                                        Words.percent(Math.max(
                                                LEAST,
                                                usual(finding.now().drift().reference())))));
    }

    /** Whether the share would tell of few patients who have another score. */
    private boolean hidden() {
        return finding.now().drift().hides() || SmallCells.hides(now.trials() - now.successes());
    }

    private static double usual(FeatureDistribution reference) {
        if (!(reference instanceof NumericDistribution numbers) || numbers.present() == 0) {
            return 1;
        }
        var usual = commonest(numbers);
        return (double) usual.successes() / usual.trials();
    }

    private static Proportion commonest(NumericDistribution numbers) {
        return new Proportion(Arrays.stream(numbers.counts()).max().orElse(0), numbers.present());
    }

    private static double value(NumericDistribution numbers, long count) {
        var counts = numbers.counts();
        int i = 0;
        while (counts[i] < count) {
            i++;
        }
        return numbers.values()[i];
    }
}
