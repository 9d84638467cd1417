package org.overread.monitoring.truth;

import static java.util.Objects.requireNonNull;

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
 *
 * <ul>
 *   <li>Calibration is off when the whole interval of observed/expected, over all time or since the reference window,
 *       lies beyond 1 ± {@value #TOLERATED}; or that of the latest days, at 99.9 %, beyond 1 ± {@value #TOLERATED_LATELY};
 *       or that of the slope outside {@value #TOO_EXTREME} to {@value #TOO_TIMID}.
 *   <li>Discrimination is worse when AUROC has fallen since the reference window by at least {@value #FALL} and the
 *       interval of the fall does not reach zero; or in the latest days by {@value #FALL_LATELY}, at 99.9 %.
 * </ul>
 *
 * The latest days are looked at again and again as data come, hence the wider margins; and only where nearly all of
 * their outcomes are known, since events are often known before non-events are. Fewer than 100 events or non-events say
 * nothing; but of a reference window with 20 to 99, a fall in AUROC by {@value #FALL_FROM_FEW} counts at 99.9 %, and where
 * there is none it is not said that anything holds.
 */
final class PerformanceFacts {
    private static final double TOLERATED = 0.05;
    private static final double TOLERATED_LATELY = 0.1;
    private static final double TOO_EXTREME = 0.8;
    private static final double TOO_TIMID = 1.25;
    private static final double FALL = 0.02;
    private static final double FALL_LATELY = 0.03;
    private static final double FALL_FROM_FEW = 0.05;
    private static final double Z = 1.959963984540054;
    private static final double Z_LATELY = 3.2905267314919255;
    private static final double CHANCE = 0.5;

    private final Estimate auroc;
    private final Estimate ratio;
    private final Estimate slope;
    private final Windows windows;
    private final @Nullable Evaluation light;

    private PerformanceFacts(Evaluation all, Windows windows) {
        auroc = all.overall().get(Metric.AUROC);
        ratio = all.overall().get(Metric.OBSERVED_EXPECTED);
        slope = all.overall().get(Metric.CALIBRATION_SLOPE);
        this.windows = windows.weighty();
        light = windows.light();
    }

    /** @param all the figures over all time */
    static Stream<Fact> of(Evaluation all, Windows windows) {
        var silent = silent(all);
        return silent == null ? new PerformanceFacts(all, windows).facts() : Stream.of(silent);
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
        var calibration = Stream.of(promised(discrimination.isEmpty()), spread())
                .flatMap(Optional::stream)
                .toList();
        return discrimination.isPresent() || !calibration.isEmpty()
                ? Stream.concat(discrimination.stream(), calibration.stream())
                : Stream.of(calm());
    }

    private Fact calm() {
        var figures = "AUROC %s, observed/expected %s".formatted(Words.figure(auroc), Words.figure(ratio));
        return light == null
                ? new Fact(
                        Kind.DISCRIMINATION, Weight.CALM, "Discrimination and calibration hold: %s.".formatted(figures))
                : new Fact(
                        Kind.DISCRIMINATION,
                        Weight.NOTE,
                        "%s; whether they hold cannot be said: fewer than 100 events or non-events are known of the reference window."
                                .formatted(figures));
    }

    /** Whether as many events come as the scores promise. */
    private Optional<Fact> promised(boolean ranks) {
        boolean lately = offLately();
        if (!off(ratio) && !off(ratioOf(windows.since())) && !lately) {
            return Optional.empty();
        }
        return Optional.of(calibration(
                "Calibration is off: of 100 events that the scores promise, %s come (observed/expected %s%s)%s."
                        .formatted(
                                Words.ofHundred(requireNonNull(ratio.value())),
                                Words.figure(ratio),
                                changed(lately),
                                ranks ? "; discrimination holds (AUROC %s)".formatted(Words.figure(auroc)) : "")));
    }

    private String changed(boolean lately) {
        var then = ratioOf(windows.reference());
        var now = ratioOf(windows.since());
        if (then.value() == null || now.value() == null) {
            return "";
        }
        var since = "; %s in the reference window, %s since".formatted(Words.two(then.value()), Words.two(now.value()));
        return lately ? since + inTheLatest(ratioOf(windows.latest())) : since;
    }

    /** Whether the latest days are off, and otherwise than all the time since the reference window. */
    private boolean offLately() {
        var latest = ratioOf(windows.latest());
        var since = ratioOf(windows.since());
        if (latest.value() == null || latest.low() == null || since.value() == null) {
            return false;
        }
        double margin = Z_LATELY * StandardError.ofLog(latest);
        boolean beyond = Math.log(latest.value()) - margin > Math.log(1 + TOLERATED_LATELY)
                || Math.log(latest.value()) + margin < Math.log(1 - TOLERATED_LATELY);
        return beyond && Math.abs(latest.value() - since.value()) >= TOLERATED_LATELY;
    }

    /** Whether risks are as far apart as what becomes of the patients. */
    private Optional<Fact> spread() {
        if (slope.low() == null || slope.high() == null) {
            return Optional.empty();
        }
        if (slope.high() < TOO_EXTREME) {
            return Optional.of(
                    calibration("Its risks are too extreme: high ones come true too seldom, low ones too often"
                            + " (calibration slope %s).".formatted(Words.figure(slope))));
        }
        return slope.low() > TOO_TIMID
                ? Optional.of(
                        calibration("Its risks are too much alike: high ones come true too often, low ones too seldom"
                                + " (calibration slope %s).".formatted(Words.figure(slope))))
                : Optional.empty();
    }

    private static Fact calibration(String sentence) {
        return new Fact(Kind.CALIBRATION, Weight.CONCERN, sentence);
    }

    private Optional<Fact> discrimination() {
        if (auroc.high() != null && auroc.high() < CHANCE) {
            return Optional.of(
                    discrimination("It ranks patients the wrong way round: AUROC %s.".formatted(Words.figure(auroc))));
        }
        if (auroc.low() != null && auroc.low() <= CHANCE) {
            return Optional.of(discrimination("It is not shown to rank patients better than chance would: AUROC %s."
                    .formatted(Words.figure(auroc))));
        }
        return fallen();
    }

    private Optional<Fact> fallen() {
        var then = aurocOf(light == null ? windows.reference() : light);
        var since = aurocOf(windows.since());
        var latest = aurocOf(windows.latest());
        boolean lately = fallen(then, latest, light == null ? FALL_LATELY : FALL_FROM_FEW, Z_LATELY);
        return lately || fallen(then, since, light == null ? FALL : FALL_FROM_FEW, light == null ? Z : Z_LATELY)
                ? Optional.of(discrimination(
                        "It ranks patients worse than it did: AUROC %s since the reference window%s, %s in it."
                                .formatted(Words.figure(since), lately ? inTheLatest(latest) : "", Words.figure(then))))
                : Optional.empty();
    }

    private static String inTheLatest(Estimate figure) {
        return ", %s in the latest %d days".formatted(Words.figure(figure), Windows.LATEST_DAYS);
    }

    private static boolean fallen(Estimate then, Estimate now, double least, double z) {
        if (then.value() == null || now.value() == null || then.low() == null || now.low() == null) {
            return false;
        }
        var fall = then.value() - now.value();
        return fall >= least && fall > z * Math.hypot(StandardError.of(then), StandardError.of(now));
    }

    private static Fact discrimination(String sentence) {
        return new Fact(Kind.DISCRIMINATION, Weight.CONCERN, sentence);
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
}
