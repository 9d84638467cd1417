package org.overread.monitoring.check;

import java.util.Locale;
import java.util.stream.Stream;
import org.overread.monitoring.metric.Proportion;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.plan.WindowRule.Days;

/**
 * Judges whether a feature still comes, and with values that the plan allows. A share is judged by the lower end of its
 * Wilson interval, so that three predictions raise nothing.
 */
final class FeatureRule {
    private static final double SLIP = 0.01;
    private static final double FAULT = 0.10;
    private static final double MUCH_MORE = 0.20;

    private FeatureRule() {}

    static Stream<Check> of(WatchedFeature feature, FeatureCount count, Days days) {
        return Stream.of(missing(feature, count, days), values(feature, count, days))
                .flatMap(check -> check);
    }

    private static Stream<Check> missing(WatchedFeature feature, FeatureCount count, Days days) {
        var most = feature.mostMissing();
        if (most == null) {
            return Stream.empty();
        }
        var title = feature.name() + " missing";
        var all = count.present() + count.missing();
        if (all == 0) {
            return Stream.of(nothing("missing:" + feature.name(), CheckKind.MISSING, title, days));
        }
        var least = least(count.missing(), all);
        boolean vanished = count.present() == 0 && least > most;
        var state = vanished || least > most + MUCH_MORE
                ? CheckState.ALERT
                : least > most ? CheckState.WARNING : CheckState.OK;
        var sentence = vanished
                ? "%s has vanished: none of %s predictions %s has it.".formatted(feature.name(), count(all), days(days))
                : "%s is missing in %s of %s predictions %s; the plan allows %s."
                        .formatted(feature.name(), share(count.missing(), all), count(all), days(days), percent(most));
        return Stream.of(Check.of("missing:" + feature.name(), CheckKind.MISSING, title, state, sentence)
                .standing("more often than the plan allows", days.from()));
    }

    private static Stream<Check> values(WatchedFeature feature, FeatureCount count, Days days) {
        var title = "Values of " + feature.name();
        var key = "values:" + feature.name();
        if (count.present() == 0) {
            return Stream.of(nothing(key, CheckKind.VALUES, title, days));
        }
        var least = least(count.notAllowed(), count.present());
        var state = least > FAULT ? CheckState.ALERT : least > SLIP ? CheckState.WARNING : CheckState.OK;
        var sentence = count.notAllowed() == 0
                ? "Every value of %s %s is as the plan allows.".formatted(feature.name(), days(days))
                : "%s of %s values of %s %s are not as the plan allows: another unit, kind or category?"
                        .formatted(
                                share(count.notAllowed(), count.present()),
                                count(count.present()),
                                feature.name(),
                                days(days));
        return Stream.of(Check.of(key, CheckKind.VALUES, title, state, sentence)
                .standing("not as the plan allows", days.from()));
    }

    private static Check nothing(String key, CheckKind kind, String title, Days days) {
        return Check.of(key, kind, title, CheckState.NO_DATA, "No value came %s.".formatted(days(days)));
    }

    private static double least(long part, long all) {
        var low = new Proportion(part, all).wilson("").low();
        return low == null ? 0 : low;
    }

    private static String share(long part, long all) {
        return percent((double) part / all);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String count(long n) {
        return String.format(Locale.ENGLISH, "%,d", n);
    }

    private static String days(Days days) {
        return "from %s to %s".formatted(days.from(), days.to().minusDays(1));
    }
}
