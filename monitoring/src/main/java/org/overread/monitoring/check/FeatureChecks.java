package org.overread.monitoring.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;

/** Whether the watched features still come, and with values that the plan allows (C9). */
@ApplicationScoped
class FeatureChecks implements CheckSource {
    @Inject
    FeatureCounts counts;

    @Override
    public List<Check> checks(Watch watch) {
        var features = watch.plan().features();
        if (features.isEmpty()) {
            return List.of();
        }
        var days = watch.plan().windows().last(1, watch.end()).getFirst();
        var found = counts.of(watch.version(), features, days.from(), days.to());
        return IntStream.range(0, features.size())
                .boxed()
                .flatMap(i -> FeatureRule.of(features.get(i), found.get(i), days))
                .toList();
    }
}
