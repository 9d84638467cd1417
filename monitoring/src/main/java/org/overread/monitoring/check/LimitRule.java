package org.overread.monitoring.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.Limit.Reading;
import org.overread.monitoring.plan.WindowRule;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Tier;
import org.overread.registry.DayWords;

/**
 * Judges one limit for one group over the last windows, as {@code monitoring/docs/decisions/010-what-breaks-a-limit.md}
 * says: sustained, by the whole interval (of the groups of an attribute, corrected for how many they are, see {@link
 * FamilyRule}), and together where single windows hold too few cases.
 */
final class LimitRule {
    private final Limit limit;
    private final WindowRule rule;

    LimitRule(Limit limit, WindowRule rule) {
        this.limit = limit;
        this.rule = rule;
    }

    /**
     * The figures of the group in some days, and what they mean under the limit.
     *
     * @param figures null when nothing of the group was sent
     */
    record Judged(WindowRule.Days days, @Nullable GroupFigures figures, Reading reading) {
        /** A group that is judged by itself: only with enough events and non-events. */
        static Judged of(WindowRule.Days days, @Nullable GroupFigures figures, Limit limit) {
            return new Judged(
                    days,
                    figures,
                    figures == null || figures.tier() != Tier.FULL
                            ? Reading.UNKNOWN
                            : limit.read(figures.get(limit.metric())));
        }

        /** One of the groups of an attribute, which are judged as a family. */
        static Judged of(WindowRule.Days days, List<GroupFigures> family, String value, Limit limit) {
            return new Judged(
                    days,
                    family.stream()
                            .filter(group -> group.value().equals(value))
                            .findFirst()
                            .orElse(null),
                    FamilyRule.readings(limit, family).getOrDefault(value, Reading.UNKNOWN));
        }

        /** Whether there are enough events and non-events to judge it. */
        boolean full() {
            return figures != null && figures.tier() == Tier.FULL;
        }

        private Estimate estimate(Limit limit) {
            return figures == null ? Estimate.undefined("nothing was sent") : figures.get(limit.metric());
        }

        private CheckPoint point(Limit limit) {
            var estimate = estimate(limit);
            return new CheckPoint(
                    days.from(), days.to(), estimate.value(), estimate.low(), estimate.high(), restsOn(estimate));
        }

        /** The cases of the figure; where there is none, the predictions. */
        private @Nullable Long restsOn(Estimate estimate) {
            if (estimate.n() != null) {
                return estimate.n();
            }
            return figures == null ? Long.valueOf(0) : figures.n();
        }
    }

    /**
     * @param windows the oldest first; the last ones count, those before say since when
     * @param longer the last windows as one, the fewest first: the first in which the group can be judged counts, the
     *     last when it can be in none
     */
    Check check(WatchedGroup group, List<Judged> windows, List<Judged> longer) {
        var together = longer.stream().filter(Judged::full).findFirst().orElseGet(longer::getLast);
        var readings = windows.stream().map(Judged::reading).toList();
        var last = readings.subList(Math.max(0, readings.size() - rule.of()), readings.size());
        boolean singly =
                last.stream().filter(reading -> reading != Reading.UNKNOWN).count() >= rule.breached();
        var reading = singly ? sustained(last) : together.reading();
        var shown = singly ? latestJudged(windows, readings) : together;
        var points = windows.stream().map(window -> window.point(limit)).toList();
        return Check.of(
                        group.key(),
                        CheckKind.PERFORMANCE,
                        group.title(),
                        state(reading),
                        sentence(group.subject(), reading, shown))
                .failing(
                        group.subject() + " " + limit.side().beyond(),
                        since(reading, singly, windows, readings, together))
                .with(reading == Reading.WARNED ? limit.warning() : Double.valueOf(limit.alert()), points);
    }

    private Reading sustained(List<Reading> last) {
        long broken = last.stream().filter(Reading.BROKEN::equals).count();
        long warned = last.stream().filter(LimitRule::beyond).count();
        return broken >= rule.breached() ? Reading.BROKEN : warned >= rule.breached() ? Reading.WARNED : Reading.KEPT;
    }

    private static boolean beyond(Reading reading) {
        return reading == Reading.BROKEN || reading == Reading.WARNED;
    }

    private static CheckState state(Reading reading) {
        return switch (reading) {
            case KEPT -> CheckState.OK;
            case WARNED -> CheckState.WARNING;
            case BROKEN -> CheckState.ALERT;
            case UNKNOWN -> CheckState.NO_DATA;
        };
    }

    private static Judged latestJudged(List<Judged> windows, List<Reading> readings) {
        return windows.get(Math.max(
                readings.lastIndexOf(Reading.BROKEN),
                Math.max(readings.lastIndexOf(Reading.WARNED), readings.lastIndexOf(Reading.KEPT))));
    }

    /** The first day of the unbroken row of windows beyond the limit that ends now; what is unknown breaks no row. */
    private static @Nullable LocalDate since(
            Reading reading, boolean singly, List<Judged> windows, List<Reading> readings, Judged together) {
        if (!beyond(reading)) {
            return null;
        }
        @Nullable LocalDate first = singly ? null : together.days().from();
        for (int i = readings.size() - 1; i >= 0; i--) {
            if (beyond(readings.get(i))) {
                first = windows.get(i).days().from();
            } else if (readings.get(i) == Reading.KEPT && first != null) {
                break;
            }
        }
        return first;
    }

    private String sentence(String subject, Reading reading, Judged shown) {
        var estimate = shown.estimate(limit);
        if (reading == Reading.UNKNOWN || estimate.value() == null) {
            return "%s cannot be judged from %s: %s.".formatted(subject, days(shown), why(shown, estimate));
        }
        var bound = reading == Reading.WARNED && limit.warning() != null ? limit.warning() : limit.alert();
        var stands = switch (reading) {
            case KEPT, UNKNOWN -> "is within its limit of";
            case WARNED -> limit.side().beyond() + " for a warning of";
            case BROKEN -> limit.side().beyond() + " of";
        };
        return "%s %s %s: %s, n = %s, %s."
                .formatted(
                        subject,
                        stands.startsWith("is") ? stands : "is " + stands,
                        number(bound),
                        figure(estimate),
                        count(shown),
                        days(shown));
    }

    private static String why(Judged shown, Estimate estimate) {
        if (estimate.reason() instanceof String reason) {
            return reason;
        }
        return shown.figures() == null ? "nothing was sent" : "fewer than 100 events or non-events";
    }

    private static String days(Judged shown) {
        return DayWords.span(shown.days().from(), shown.days().to());
    }

    private static String figure(Estimate estimate) {
        return "%s (%s–%s)".formatted(number(estimate.value()), number(estimate.low()), number(estimate.high()));
    }

    private static String count(Judged shown) {
        var n = shown.figures() == null ? null : shown.figures().n();
        return n == null ? "hidden" : String.format(Locale.ENGLISH, "%,d", n);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
