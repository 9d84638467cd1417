package org.overread.monitoring.profile.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.Cover;
import org.overread.monitoring.profile.FeatureBytes;
import org.overread.monitoring.profile.ScoreBytes;
import org.overread.monitoring.profile.ScoreProfile;
import org.overread.monitoring.profile.WindowFeatures;

/** Puts the profiles of weeks together from those of their days, for each site and for all sites together. */
record Weeks(SortedSet<LocalDate> mondays) {
    private record Part(ScoreProfile scores, WindowFeatures features) {}

    /** The weeks of some days. */
    static Weeks of(SortedSet<LocalDate> days) {
        return new Weeks(days.stream().map(Cover::week).collect(Collectors.toCollection(TreeSet::new)));
    }

    void make(Connection connection, int series) throws SQLException, IOException {
        try (var delete = connection.createStatement()) {
            delete.executeUpdate(
                    "DELETE FROM monitoring.profile_week WHERE " + new Span(series).among("week", mondays));
        }
        for (var week : mondays) {
            var sites = sites(connection, series, week);
            for (var site : sites.entrySet()) {
                store(connection, series, week, site.getKey(), site.getValue());
            }
            if (!sites.isEmpty()) {
                store(
                        connection,
                        series,
                        week,
                        null,
                        sites.values().stream().flatMap(List::stream).toList());
            }
        }
    }

    private static Map<String, List<Part>> sites(Connection connection, int series, LocalDate week)
            throws SQLException, IOException {
        var sites = new TreeMap<String, List<Part>>();
        var query = "SELECT site, most_of_one_patient, scores, features FROM monitoring.profile WHERE "
                + new Span(series).days(week, week.plusWeeks(1));
        try (var rows = new CopyOut(connection, query)) {
            while (rows.next()) {
                var site = String.valueOf(rows.text());
                var most = rows.int8();
                var scores = ScoreBytes.read(rows.bytes());
                var features = new WindowFeatures(FeatureBytes.read(rows.bytes()), most);
                sites.computeIfAbsent(site, any -> new ArrayList<>()).add(new Part(scores, features));
            }
        }
        return sites;
    }

    private static void store(Connection connection, int series, LocalDate week, @Nullable String site, List<Part> days)
            throws SQLException {
        var features = WindowFeatures.merged(days.stream().map(Part::features).toList());
        var scores = ScoreProfile.merged(days.stream().map(Part::scores).toList());
        try (var insert = connection.prepareStatement("""
                INSERT INTO monitoring.profile_week (series, week, site, most_of_one_patient, scores, features)
                VALUES (?, ?, ?, ?, ?, ?)""")) {
            insert.setInt(1, series);
            insert.setObject(2, week);
            insert.setString(3, site);
            insert.setLong(4, features.mostOfOnePatient());
            insert.setBytes(5, ScoreBytes.of(scores));
            insert.setBytes(6, FeatureBytes.of(features.profile()));
            insert.executeUpdate();
        }
    }
}
