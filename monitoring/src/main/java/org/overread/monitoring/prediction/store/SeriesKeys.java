package org.overread.monitoring.prediction.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.overread.monitoring.store.Database;
import org.overread.registry.ModelVersionId;

/** The small keys of model versions and of combinations of subgroup values; missing ones are written. */
@ApplicationScoped
class SeriesKeys {
    @Inject
    NewKeys fresh;

    int of(Connection connection, ModelVersionId version) throws SQLException {
        var key = Database.series(connection, version);
        if (key == null) {
            fresh.series(version);
            key = Database.series(connection, version);
        }
        if (key == null) {
            throw new SQLException("a series was written and is not there");
        }
        return key;
    }

    /**
     * The keys of the combinations with these canonical texts.
     *
     * @param known the keys of the first of them, from the last time this was asked
     */
    Integer[] slices(Connection connection, int series, List<String> texts, Integer[] known) throws SQLException {
        if (known.length == texts.size()) {
            return known;
        }
        var keys = Arrays.copyOf(known, texts.size());
        fill(keys, connection, series, texts);
        var missing = new ArrayList<String>();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == null) {
                missing.add(texts.get(i));
            }
        }
        if (!missing.isEmpty()) {
            fresh.slices(series, missing);
            fill(keys, connection, series, texts);
        }
        return keys;
    }

    private static void fill(Integer[] keys, Connection connection, int series, List<String> texts)
            throws SQLException {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == null) {
                places.put(texts.get(i), i);
            }
        }
        try (var query = connection.prepareStatement(
                "SELECT group_values, id FROM monitoring.slice WHERE series = ? AND group_values = ANY (?)")) {
            query.setInt(1, series);
            query.setArray(2, connection.createArrayOf("text", places.keySet().toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var place = places.get(rows.getString(1));
                    if (place != null) {
                        keys[place] = rows.getInt(2);
                    }
                }
            }
        }
    }
}
