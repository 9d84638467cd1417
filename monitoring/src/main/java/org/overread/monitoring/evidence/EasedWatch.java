package org.overread.monitoring.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.overread.monitoring.check.Pause;
import org.overread.monitoring.check.PauseBook;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.PlanLaxity;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.registry.DayWords;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.gate.Change;

/**
 * What one pair of eyes has made to be watched less of a version since a moment: checks they have paused and that are
 * still paused, and a plan in force by their hand that watches less than the one of that moment. As soon as somebody else
 * decides on the same, it is that person's word.
 */
@ApplicationScoped
class EasedWatch {
    @Inject
    PauseBook pauses;

    @Inject
    PlanBook plans;

    Stream<Change> by(PairOfEyes eyes, ModelVersionId version, Instant since, Instant now) {
        return Stream.concat(paused(eyes, version, since, now), planned(eyes, version, since));
    }

    private Stream<Change> paused(PairOfEyes eyes, ModelVersionId version, Instant since, Instant now) {
        return pauses.latest(version).stream()
                .filter(pause -> eyes.include(pause.by())
                        && !pause.at().isBefore(since)
                        && pause.until().isAfter(now))
                .sorted(Comparator.comparing(Pause::at).thenComparing(Pause::id))
                .map(pause -> new Change.WatchedLess(
                        "a check is paused until the end of "
                                + DayWords.of(pause.until().minusMillis(1)),
                        pause.at()));
    }

    private Stream<Change> planned(PairOfEyes eyes, ModelVersionId version, Instant since) {
        var revisions = plans.revisions(version);
        var before = revisions.stream()
                .filter(revision -> revision.at().isBefore(since))
                .map(PlanRevision::plan)
                .findFirst();
        return revisions.stream()
                .findFirst()
                .filter(latest -> eyes.include(latest.by()) && !latest.at().isBefore(since))
                .stream()
                .flatMap(latest -> before.stream()
                        .map(then -> PlanLaxity.of(then, latest.plan()))
                        .filter(ways -> !ways.isEmpty())
                        .map(ways -> new Change.WatchedLess(
                                "by revision %d of the monitoring plan %s"
                                        .formatted(latest.number(), String.join(", ", ways)),
                                latest.at())));
    }
}
