package org.overread.monitoring.check.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.check.FeatureCount;
import org.overread.monitoring.check.FeatureCounts;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.store.Database;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.SortedJson;

/** Reads the features out of the log of predictions. */
@ApplicationScoped
class JdbcFeatureCounts implements FeatureCounts {
    private static final int MOST = 100_000;
    private static final int FETCH = 5_000;

    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    @Override
    public List<FeatureCount> of(ModelVersionId version, List<WatchedFeature> features, LocalDate from, LocalDate to) {
        var counting = new Counting(features);
        Database.<@Nullable Void>use(database, connection -> {
            try (var query = connection.prepareStatement(
                    "SELECT p.features FROM monitoring.prediction p JOIN monitoring.series s ON s.id = p.series"
                            + " WHERE s.model = ? AND s.version = ? AND p.occurred_at >= ? AND p.occurred_at < ?"
                            + " ORDER BY p.occurred_at DESC LIMIT " + MOST)) {
                query.setFetchSize(FETCH);
                query.setString(1, version.model());
                query.setInt(2, version.version());
                query.setObject(3, from.atStartOfDay().atOffset(ZoneOffset.UTC));
                query.setObject(4, to.atStartOfDay().atOffset(ZoneOffset.UTC));
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        counting.add(rows.getString(1));
                    }
                }
            }
            return null;
        });
        return counting.counts();
    }

    private static final class Counting {
        private final List<WatchedFeature> features;
        private final long[] present;
        private final long[] notAllowed;
        private long all;

        Counting(List<WatchedFeature> features) {
            this.features = features;
            present = new long[features.size()];
            notAllowed = new long[features.size()];
        }

        void add(@Nullable String text) {
            all++;
            Map<String, String> values = SortedJson.texts(text);
            for (int i = 0; i < present.length; i++) {
                var value = values.get(features.get(i).name());
                if (value != null) {
                    present[i]++;
                    notAllowed[i] += features.get(i).allows(value) ? 0 : 1;
                }
            }
        }

        List<FeatureCount> counts() {
            return IntStream.range(0, present.length)
                    .mapToObj(
                            i -> new FeatureCount(features.get(i).name(), present[i], all - present[i], notAllowed[i]))
                    .toList();
        }
    }
}
