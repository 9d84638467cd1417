package org.overread.monitoring.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.overread.monitoring.check.FeatureRule.Counted;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.plan.WindowRule.Days;

/** Whether the watched features still come, and with values that the plan allows (C9). */
@ApplicationScoped
class FeatureChecks implements CheckSource {
    private static final int LOOK_BACK = 12;

    @Inject
    FeatureCounts counts;

    @Override
    public List<Check> checks(Watch watch) {
        var features = watch.plan().features();
        if (features.isEmpty()) {
            return List.of();
        }
        var windows = counted(watch, features);
        return IntStream.range(0, features.size())
                .boxed()
                .flatMap(i -> FeatureRule.of(
                        features.get(i),
                        windows.stream().map(window -> window.of(i)).toList()))
                .toList();
    }

    /** The latest window, and those before it for as long as one is bad or empty, to say since when; the latest first. */
    private List<Window> counted(Watch watch, List<WatchedFeature> features) {
        var counted = new ArrayList<Window>();
        for (var days : watch.plan().windows().last(LOOK_BACK, watch.end()).reversed()) {
            var window = new Window(days, counts.of(watch.version(), features, days.from(), days.to()));
            counted.add(window);
            if (IntStream.range(0, features.size()).allMatch(i -> FeatureRule.inOrder(features.get(i), window.of(i)))) {
                break;
            }
        }
        return counted;
    }

    private record Window(Days days, List<FeatureCount> counts) {
        Counted of(int feature) {
            return new Counted(days, counts.get(feature));
        }
    }
}
