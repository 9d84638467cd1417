package org.overread.monitoring.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.overread.monitoring.plan.Sightings;

/** Whether predictions still come, and as many as used to (C9). */
@ApplicationScoped
class FeedChecks implements CheckSource {
    @Inject
    Sightings sightings;

    @Override
    public List<Check> checks(Watch watch) {
        return Stream.concat(Stream.of(FeedRule.feed(watch)), FeedRule.volume(watch, sightings.days(watch.version())))
                .toList();
    }
}
