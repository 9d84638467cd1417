package org.overread.reports.seismometer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.plan.FeatureKind;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.registry.phi.PhiScan;

/**
 * The values of a feature as they may leave. A text that the plan does not name as a category may be anything, also a
 * patient's name: where the categories are listed it is replaced, elsewhere what looks like an identifier is masked.
 */
final class FeatureValues {
    static final String NOT_DECLARED = "(not declared)";

    private static final int REMEMBERED = 10_000;

    private final WatchedFeature feature;
    private final Map<String, String> masked = new HashMap<>();

    FeatureValues(WatchedFeature feature) {
        this.feature = feature;
    }

    /** A {@code Double} or a {@code String}; null when there is none, or no number where one is due. */
    @Nullable Object of(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        return feature.kind() == FeatureKind.NUMERIC ? number(sent) : category(sent);
    }

    private static @Nullable Double number(String sent) {
        try {
            var number = Double.valueOf(sent.strip());
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private String category(String sent) {
        if (!feature.allows(sent)) {
            return NOT_DECLARED;
        }
        if (!feature.categories().isEmpty()) {
            return sent;
        }
        return masked.size() < REMEMBERED ? masked.computeIfAbsent(sent, PhiScan::masked) : PhiScan.masked(sent);
    }
}
