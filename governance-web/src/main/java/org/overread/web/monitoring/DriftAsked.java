package org.overread.web.monitoring;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftQuestion;
import org.overread.web.catalog.VersionPage;

/**
 * What the address asks of a version's drift, in UTC days. What it says wrongly counts as not said.
 *
 * @param referenceFrom the first day of the reference window; null with the next for the plan's, or the version's
 *     first third
 * @param referenceTo its last day; null as the one before
 * @param from the first day to compare; null for the day after the reference window
 * @param to the last day to compare; null for the newest
 * @param site null for all sites
 */
record DriftAsked(
        @Nullable LocalDate referenceFrom,
        @Nullable LocalDate referenceTo,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String site) {
    static DriftAsked of(VersionPage page, FigureChoices.Offer offer) {
        return new DriftAsked(
                day(page, "referenceFrom"),
                day(page, "referenceTo"),
                day(page, "from"),
                day(page, "to"),
                page.asked("site").orElse(offer.site()));
    }

    /** The same as the address says it, without what goes without saying. */
    Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        put(query, "referenceFrom", referenceFrom);
        put(query, "referenceTo", referenceTo);
        put(query, "from", from);
        put(query, "to", to);
        put(query, "site", site);
        return query;
    }

    DriftQuestion question() {
        return new DriftQuestion(start(referenceFrom), end(referenceTo), start(from), end(to), site);
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable Instant end(@Nullable LocalDate day) {
        return day == null ? null : start(day.plusDays(1));
    }

    private static @Nullable LocalDate day(VersionPage page, String name) {
        try {
            return page.asked(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static void put(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }
}
