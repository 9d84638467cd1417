package org.overread.monitoring.check;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.overread.monitoring.plan.DayCount;
import org.overread.monitoring.plan.ReferenceWindow;
import org.overread.registry.DayWords;

/** Judges whether predictions still come, and as many as used to. */
final class FeedRule {
    private static final double FEW = 0.5;
    private static final double VERY_FEW = 0.2;
    private static final double MANY = 2;

    private FeedRule() {}

    /** Silence of a version that is in use is told; one that is not in use is silent for a reason. */
    static Check feed(Watch watch) {
        var hours = watch.plan().silentAfterHours();
        var quietSince = watch.newest() == null ? watch.plannedAt() : watch.newest();
        boolean silent = !quietSince.plus(Duration.ofHours(hours)).isAfter(watch.now());
        if (!silent && watch.newest() != null) {
            return Check.of(
                    "feed",
                    CheckKind.FEED,
                    "Feed",
                    CheckState.OK,
                    "The newest prediction is of %s.".formatted(DayWords.minute(quietSince)));
        }
        var what = watch.newest() == null
                ? "No prediction has come yet."
                : "No prediction has come since %s; the plan expects one within %d hours."
                        .formatted(DayWords.minute(quietSince), hours);
        var whether = watch.live() ? "" : " The version is not in use at any site, so nobody is told.";
        return Check.of("feed", CheckKind.FEED, "Feed", CheckState.NO_DATA, what + whether)
                .standing("silent", watch.newest() == null ? null : LocalDate.ofInstant(quietSince, ZoneOffset.UTC))
                .raising(silent && watch.live());
    }

    /** The volume of the last whole window, beside what the reference window would have held in as many days. */
    static Stream<Check> volume(Watch watch, List<DayCount> days) {
        var reference = watch.plan().reference();
        if (reference == null || days.isEmpty()) {
            return Stream.empty();
        }
        var expected = perDay(reference, days);
        var points = watch.plan().windows().last(12, watch.end()).stream()
                .map(window -> {
                    long n = sum(days, window.from(), window.to());
                    return new CheckPoint(window.from(), window.to(), (double) n, null, null, n);
                })
                .toList();
        var last = points.getLast();
        var usual = expected * ChronoUnit.DAYS.between(last.from(), last.to());
        var share = last.value() == null ? 0 : last.value() / usual;
        var state =
                share < VERY_FEW ? CheckState.ALERT : share < FEW || share > MANY ? CheckState.WARNING : CheckState.OK;
        var sentence = String.format(
                Locale.ENGLISH,
                "%,.0f predictions from %s, where the reference window would have held %,.0f.",
                last.value(),
                DayWords.span(last.from(), last.to()),
                usual);
        var check = Check.of("volume", CheckKind.VOLUME, "Volume", state, sentence)
                .standing("far from what is usual", last.from())
                .with(usual * FEW, points);
        return usual > 0 ? Stream.of(check.raising(check.raises() && watch.live())) : Stream.empty();
    }

    private static double perDay(ReferenceWindow reference, List<DayCount> days) {
        var end = reference.to().plusDays(1);
        return (double) sum(days, reference.from(), end) / ChronoUnit.DAYS.between(reference.from(), end);
    }

    private static long sum(List<DayCount> days, LocalDate from, LocalDate to) {
        return days.stream()
                .filter(day -> !day.day().isBefore(from) && day.day().isBefore(to))
                .mapToLong(DayCount::predictions)
                .sum();
    }
}
