package org.overread.monitoring.profile.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.Cover;
import org.overread.monitoring.profile.TimeSpan;

/**
 * Windows of one version and site, each put together from profiles of weeks and days, and from predictions where no
 * profile is up to date.
 *
 * <p>Which days are behind is asked before profiles are read, and these days and their weeks are then left out of the
 * reading, which is one statement: so a day counts once, also when its profile is brought up to date in between.
 */
final class Windows {
    private static final String EPOCH = " - DATE '1970-01-01'";

    private final Connection connection;
    private final int series;
    private final @Nullable String site;

    /** The first day that has predictions, and the day after the last. */
    private record Known(LocalDate from, LocalDate to) {}

    private record Piece(boolean week, LocalDate day) {}

    private record Stored(Piece piece, long mostOfOnePatient, byte[] bytes) {}

    Windows(Connection connection, int series, @Nullable String site) {
        this.connection = connection;
        this.series = series;
        this.site = site;
    }

    <T> List<T> read(List<TimeSpan> times, Content<T> content) throws SQLException, IOException {
        var changed = content.ofPayloads() ? remade() : changed(null, null);
        var known = known();
        var covers = times.stream().map(time -> cover(time, known, changed)).toList();
        var stored = stored(all(covers, Cover::weeks), all(covers, Cover::days), content);
        var behind = Predictions.byDay(connection, where(), all(covers, Cover::behind), content);
        var windows = new ArrayList<List<T>>();
        for (var i = 0; i < covers.size(); i++) {
            var parts = new ArrayList<>(parts(covers.get(i), stored, behind));
            for (var hours : times.get(i).hours()) {
                parts.add(Predictions.of(connection, where().times(hours.from(), hours.to()), content));
            }
            windows.add(parts);
        }
        return windows.parallelStream().map(content::merged).toList();
    }

    /** The days whose profiles are behind. */
    SortedSet<LocalDate> changed(@Nullable LocalDate from, @Nullable LocalDate to) throws SQLException {
        return changed(new Span(series).days(from, to).toString());
    }

    /** Those of them that can be made anew from payloads. */
    private SortedSet<LocalDate> remade() throws SQLException {
        return changed(new Span(series) + " AND " + Span.withPayloads("c", "c.day"));
    }

    private SortedSet<LocalDate> changed(String where) throws SQLException {
        var days = new TreeSet<LocalDate>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT DISTINCT day FROM monitoring.changed_day c WHERE " + where)) {
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
        }
        return days;
    }

    private @Nullable Known known() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT min(day), max(day) + 1 FROM (
                            SELECT day FROM monitoring.profile WHERE series = %1$d
                            UNION ALL SELECT day FROM monitoring.changed_day WHERE series = %1$d)""".formatted(series))) {
            rows.next();
            var first = rows.getObject(1, LocalDate.class);
            return first == null ? null : new Known(first, rows.getObject(2, LocalDate.class));
        }
    }

    /** Without a beginning or an end, whole weeks are read there. */
    private static Cover cover(TimeSpan time, @Nullable Known known, SortedSet<LocalDate> changed) {
        if (known == null) {
            return Cover.of(LocalDate.EPOCH, LocalDate.EPOCH, changed);
        }
        var first = time.firstDay();
        var end = time.endDay();
        var from = first == null || first.isBefore(known.from) ? Cover.week(known.from) : first;
        var to = end == null || end.isAfter(known.to) ? Cover.week(known.to).plusWeeks(1) : end;
        return Cover.of(from, to, changed);
    }

    private <T> ConcurrentMap<Piece, List<T>> stored(
            SortedSet<LocalDate> weeks, SortedSet<LocalDate> days, Content<T> content)
            throws SQLException, IOException {
        var read = new ArrayList<Stored>();
        try (var rows = new CopyOut(connection, query(weeks, days, content.column()))) {
            while (rows.next()) {
                var piece = new Piece(rows.int4() == 1, LocalDate.ofEpochDay(rows.int4()));
                read.add(new Stored(piece, rows.int8(), rows.bytes()));
            }
        }
        return read.parallelStream()
                .collect(Collectors.groupingByConcurrent(
                        Stored::piece,
                        Collectors.mapping(
                                each -> content.decoded(each.bytes, each.mostOfOnePatient), Collectors.toList())));
    }

    private String query(SortedSet<LocalDate> weeks, SortedSet<LocalDate> days, String column) throws SQLException {
        var ofSite = site == null ? "site IS NULL" : "site = " + CopyOut.literal(connection, site);
        return "SELECT 1, week" + EPOCH + ", most_of_one_patient, " + column
                + " FROM monitoring.profile_week WHERE " + new Span(series).among("week", weeks) + " AND " + ofSite
                + " UNION ALL SELECT 0, day" + EPOCH + ", most_of_one_patient, " + column
                + " FROM monitoring.profile WHERE " + where().among("day", days);
    }

    private static <T> List<T> parts(Cover cover, Map<Piece, List<T>> stored, Map<LocalDate, T> behind) {
        return Stream.of(
                        cover.weeks().stream().flatMap(week -> of(stored, new Piece(true, week))),
                        cover.days().stream().flatMap(day -> of(stored, new Piece(false, day))),
                        cover.behind().stream().flatMap(day -> Stream.ofNullable(behind.get(day))))
                .flatMap(each -> each)
                .toList();
    }

    private static <T> Stream<T> of(Map<Piece, List<T>> stored, Piece piece) {
        return stored.getOrDefault(piece, List.of()).stream();
    }

    private static SortedSet<LocalDate> all(List<Cover> covers, Function<Cover, SortedSet<LocalDate>> which) {
        return covers.stream()
                .flatMap(cover -> which.apply(cover).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Span where() throws SQLException {
        return new Span(series).site(connection, site);
    }
}
