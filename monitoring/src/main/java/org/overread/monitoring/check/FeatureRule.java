package org.overread.monitoring.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.overread.monitoring.metric.Proportion;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.plan.WindowRule.Days;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.DayWords;

/**
 * Judges whether a feature still comes, and with values that the plan allows. A share is judged by the lower end of its
 * Wilson interval, so that three predictions raise nothing.
 */
final class FeatureRule {
    private static final double SLIP = 0.01;
    private static final double FAULT = 0.10;
    private static final double MUCH_MORE = 0.20;

    private FeatureRule() {}

    /** What came of one feature in one window. */
    record Counted(Days days, FeatureCount count) {}

    /** @param windows the latest first; that one is judged, those before say since when */
    static Stream<Check> of(WatchedFeature feature, List<Counted> windows) {
        return Stream.of(missing(feature, windows), values(feature, windows)).flatMap(check -> check);
    }

    /** Whether the feature came in that window, and as the plan allows. */
    static boolean inOrder(WatchedFeature feature, Counted window) {
        return values(window.count()) == CheckState.OK && missing(feature, window.count()) == CheckState.OK;
    }

    private static Stream<Check> missing(WatchedFeature feature, List<Counted> windows) {
        var most = feature.mostMissing();
        if (most == null) {
            return Stream.empty();
        }
        var key = "missing:" + feature.name();
        var title = feature.name() + " missing";
        var days = windows.getFirst().days();
        var count = windows.getFirst().count();
        var state = missing(feature, count);
        if (state == CheckState.NO_DATA) {
            return Stream.of(nothing(key, CheckKind.MISSING, title, days));
        }
        var sentence = vanished(count, most)
                ? "%s has vanished: none of %s predictions %s has it."
                        .formatted(feature.name(), count(all(count)), days(days))
                : "%s is missing in %s of %s predictions %s; the plan allows %s."
                        .formatted(
                                feature.name(),
                                share(count.missing(), all(count)),
                                count(all(count)),
                                days(days),
                                percent(most));
        return Stream.of(Check.of(key, CheckKind.MISSING, title, state, sentence)
                .standing("more often than the plan allows", since(windows, window -> missing(feature, window))));
    }

    private static CheckState missing(WatchedFeature feature, FeatureCount count) {
        var most = feature.mostMissing();
        if (most == null) {
            return CheckState.OK;
        }
        if (all(count) == 0) {
            return CheckState.NO_DATA;
        }
        var least = least(count.missing(), all(count));
        return vanished(count, most) || least > most + MUCH_MORE
                ? CheckState.ALERT
                : least > most ? CheckState.WARNING : CheckState.OK;
    }

    private static boolean vanished(FeatureCount count, double most) {
        return count.present() == 0 && least(count.missing(), all(count)) > most;
    }

    private static Stream<Check> values(WatchedFeature feature, List<Counted> windows) {
        var title = "Values of " + feature.name();
        var key = "values:" + feature.name();
        var days = windows.getFirst().days();
        var count = windows.getFirst().count();
        var state = values(count);
        if (state == CheckState.NO_DATA) {
            return Stream.of(nothing(key, CheckKind.VALUES, title, days));
        }
        var sentence = count.notAllowed() == 0
                ? "Every value of %s %s is as the plan allows.".formatted(feature.name(), days(days))
                : "Of %s values of %s %s, %s are not as the plan allows: another unit, kind or category?"
                        .formatted(
                                // beside all predictions, it would tell how few have none
                                SmallCells.hides(count.missing()) ? "the" : count(count.present()),
                                feature.name(),
                                days(days),
                                share(count.notAllowed(), count.present()));
        return Stream.of(Check.of(key, CheckKind.VALUES, title, state, sentence)
                .standing("not as the plan allows", since(windows, FeatureRule::values)));
    }

    private static CheckState values(FeatureCount count) {
        if (count.present() == 0) {
            return CheckState.NO_DATA;
        }
        var least = least(count.notAllowed(), count.present());
        return least > FAULT ? CheckState.ALERT : least > SLIP ? CheckState.WARNING : CheckState.OK;
    }

    /** The first day of the unbroken row of bad windows that ends with the latest; what is unknown breaks no row. */
    private static LocalDate since(List<Counted> windows, Function<FeatureCount, CheckState> state) {
        var first = windows.getFirst().days().from();
        for (var window : windows) {
            switch (state.apply(window.count())) {
                case ALERT, WARNING -> first = window.days().from();
                case OK -> {
                    return first;
                }
                case NO_DATA, PAUSED -> {}
            }
        }
        return first;
    }

    private static long all(FeatureCount count) {
        return count.present() + count.missing();
    }

    private static Check nothing(String key, CheckKind kind, String title, Days days) {
        return Check.of(key, kind, title, CheckState.NO_DATA, "No value came %s.".formatted(days(days)));
    }

    private static double least(long part, long all) {
        var low = new Proportion(part, all).wilson("").low();
        return low == null ? 0 : low;
    }

    /** No patients are counted here, so a count of predictions that is small, or leaves few, is not told. */
    private static String share(long part, long all) {
        if (SmallCells.hides(part)) {
            return "a few";
        }
        return SmallCells.hides(all - part) ? "nearly all" : percent((double) part / all);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String count(long n) {
        return String.format(Locale.ENGLISH, "%,d", n);
    }

    private static String days(Days days) {
        return "from " + DayWords.span(days.from(), days.to());
    }
}
