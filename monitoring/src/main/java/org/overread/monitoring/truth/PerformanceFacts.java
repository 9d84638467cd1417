package org.overread.monitoring.truth;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Tier;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

/**
 * Whether a version still ranks patients as it did, and whether its risks come true, over all outcomes that are known.
 * Calibration is off when the whole interval of observed/expected, over all time or since the reference window, lies
 * beyond 1 ± {@value #TOLERATED}. Discrimination is worse when AUROC has fallen by at least {@value #FALL} since the
 * reference window and the interval of the fall does not reach zero. Fewer than 100 events or non-events say nothing.
 */
final class PerformanceFacts {
    private static final double TOLERATED = 0.05;
    private static final double FALL = 0.02;
    private static final double Z = 1.959963984540054;
    private static final double CHANCE = 0.5;

    private final Estimate auroc;
    private final Estimate ratio;
    private final @Nullable Evaluation reference;
    private final @Nullable Evaluation since;

    private PerformanceFacts(Evaluation all, @Nullable Evaluation reference, @Nullable Evaluation since) {
        auroc = all.overall().get(Metric.AUROC);
        ratio = all.overall().get(Metric.OBSERVED_EXPECTED);
        this.reference = weighty(reference);
        this.since = weighty(since);
    }

    /**
     * @param reference of the reference window; null when there is nothing after it
     * @param since of the time after it; null as the reference
     */
    static Stream<Fact> of(Evaluation all, @Nullable Evaluation reference, @Nullable Evaluation since) {
        var silent = silent(all);
        return silent == null ? new PerformanceFacts(all, reference, since).facts() : Stream.of(silent);
    }

    private static @Nullable Fact silent(Evaluation all) {
        if (all.rows() == null) {
            return note("So few patients were scored that its figures are hidden.");
        }
        if (all.labelled() != null && all.labelled() == 0) {
            return note("No outcome is known yet, so nothing can be said of its performance.");
        }
        return all.overall().tier() == Tier.FULL
                ? null
                : note("Fewer than 100 events or non-events are known: too few to say how well it does.");
    }

    private static Fact note(String sentence) {
        return new Fact(Kind.OUTCOMES, Weight.NOTE, sentence);
    }

    private Stream<Fact> facts() {
        if (auroc.value() == null || ratio.value() == null) {
            return Stream.empty();
        }
        var discrimination = discrimination();
        if (off(ratio) || off(ratioOf(since))) {
            return Stream.concat(discrimination.stream(), Stream.of(calibration(discrimination.isEmpty())));
        }
        return discrimination.isPresent()
                ? discrimination.stream()
                : Stream.of(new Fact(
                        Kind.DISCRIMINATION,
                        Weight.CALM,
                        "Discrimination and calibration hold: AUROC %s, observed/expected %s."
                                .formatted(Words.figure(auroc), Words.figure(ratio))));
    }

    private Fact calibration(boolean ranks) {
        var expected = requireNonNull(ratio.value());
        return new Fact(
                Kind.CALIBRATION,
                Weight.CONCERN,
                "Calibration is off: of 100 events that the scores promise, %s come (observed/expected %s%s)%s."
                        .formatted(
                                String.format(Locale.ROOT, "%.0f", 100 * expected),
                                Words.figure(ratio),
                                changed(),
                                ranks ? "; discrimination holds (AUROC %s)".formatted(Words.figure(auroc)) : ""));
    }

    private String changed() {
        var then = ratioOf(reference);
        var now = ratioOf(since);
        return then.value() == null || now.value() == null
                ? ""
                : "; %s in the reference window, %s since".formatted(Words.two(then.value()), Words.two(now.value()));
    }

    private Optional<Fact> discrimination() {
        if (auroc.low() != null && auroc.low() <= CHANCE) {
            return Optional.of(new Fact(
                    Kind.DISCRIMINATION,
                    Weight.CONCERN,
                    "It is not shown to rank patients better than chance would: AUROC %s."
                            .formatted(Words.figure(auroc))));
        }
        return fallen();
    }

    private Optional<Fact> fallen() {
        var then = aurocOf(reference);
        var now = aurocOf(since);
        if (then.value() == null || now.value() == null || then.low() == null || now.low() == null) {
            return Optional.empty();
        }
        var fall = then.value() - now.value();
        if (fall < FALL || fall <= Z * Math.hypot(error(then), error(now))) {
            return Optional.empty();
        }
        return Optional.of(new Fact(
                Kind.DISCRIMINATION,
                Weight.CONCERN,
                "It ranks patients worse than it did: AUROC %s since the reference window, %s in it."
                        .formatted(Words.figure(now), Words.figure(then))));
    }

    /** The standard error that a Wald interval was made of. */
    private static double error(Estimate estimate) {
        return (requireNonNull(estimate.high()) - requireNonNull(estimate.low())) / 2 / Z;
    }

    private static boolean off(Estimate ratio) {
        return ratio.low() != null
                && ratio.high() != null
                && (ratio.high() < 1 - TOLERATED || ratio.low() > 1 + TOLERATED);
    }

    private static Estimate ratioOf(@Nullable Evaluation evaluation) {
        return of(evaluation, Metric.OBSERVED_EXPECTED);
    }

    private static Estimate aurocOf(@Nullable Evaluation evaluation) {
        return of(evaluation, Metric.AUROC);
    }

    private static Estimate of(@Nullable Evaluation evaluation, Metric metric) {
        return evaluation == null
                ? Estimate.undefined("too few to say")
                : evaluation.overall().get(metric);
    }

    private static @Nullable Evaluation weighty(@Nullable Evaluation evaluation) {
        return evaluation != null && evaluation.overall().tier() == Tier.FULL ? evaluation : null;
    }
}
