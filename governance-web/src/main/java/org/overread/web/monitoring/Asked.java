package org.overread.web.monitoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.performance.TrendPeriod;
import org.overread.registry.ModelVersionId;
import org.overread.web.catalog.VersionPage;
import org.overread.web.shell.FileName;

/**
 * What the address asks of a version's figures. What it says wrongly counts as not said.
 *
 * @param metric the figure to compare by group or to follow over time
 * @param period how long one point of it lasts
 * @param from the first day, in the reader's zone; null without a beginning
 * @param to the last day, in the reader's zone; null without an end
 * @param threshold null for the one the version declares
 * @param site null for all sites
 */
record Asked(
        List<String> by,
        boolean pairs,
        Metric metric,
        TrendPeriod period,
        @Nullable Double threshold,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String site) {
    private static final String SEPARATOR = ",";
    private static final int SPLIT_AT_FIRST = 6;

    Asked {
        by = List.copyOf(by);
    }

    /**
     * Reads the address.
     *
     * @param offer what can be asked for; the first attributes are taken when the address names none, and the first site
     *     when all of them together are not on offer
     */
    static Asked of(VersionPage page, FigureChoices.Offer offer) {
        var attributes = offer.attributes();
        var named = page.asked("by").stream()
                .flatMap(names -> Arrays.stream(names.split(SEPARATOR)))
                .filter(attributes::contains)
                .distinct()
                .toList();
        return new Asked(
                named.isEmpty() ? attributes.stream().limit(SPLIT_AT_FIRST).toList() : named,
                page.asked("pairs").map(Boolean::valueOf).orElse(false),
                page.asked("metric").flatMap(Asked::metric).orElse(Metric.SENSITIVITY),
                page.asked("period").flatMap(Asked::period).orElse(TrendPeriod.MONTH),
                read(page, "threshold", Double::valueOf),
                read(page, "from", LocalDate::parse),
                read(page, "to", LocalDate::parse),
                page.asked("site").orElse(offer.site()));
    }

    /** The same as the address says it, without what goes without saying. */
    Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        query.put("by", String.join(SEPARATOR, by));
        query.put("pairs", pairs ? "true" : "");
        query.put("metric", metric.key());
        query.put("period", period == TrendPeriod.MONTH ? "" : period.name().toLowerCase(Locale.ROOT));
        query.put("threshold", words(threshold));
        query.put("from", words(from));
        query.put("to", words(to));
        query.put("site", words(site));
        query.values().removeIf(String::isEmpty);
        return query;
    }

    PerformanceQuestion question(ZoneId zone) {
        return new PerformanceQuestion(
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                by,
                pairs,
                threshold,
                site);
    }

    Asked withoutGroups() {
        return new Asked(List.of(), false, metric, period, threshold, from, to, site);
    }

    /** What a file of these figures is called. */
    String file(ModelVersionId version, String what) {
        return FileName.of(version, what, site, from, to) + ".csv";
    }

    private static Optional<Metric> metric(String key) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.key().equals(key))
                .findFirst();
    }

    private static Optional<TrendPeriod> period(String name) {
        return Arrays.stream(TrendPeriod.values())
                .filter(period -> period.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static <T> @Nullable T read(VersionPage page, String name, Function<String, T> reading) {
        try {
            return page.asked(name).map(reading).orElse(null);
        } catch (NumberFormatException | DateTimeException unreadable) {
            return null;
        }
    }

    private static String words(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
