package org.overread.monitoring.evidence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.overread.monitoring.alert.AlertLog;
import org.overread.monitoring.check.Pause;
import org.overread.monitoring.check.PauseBook;
import org.overread.monitoring.feedback.Citations;
import org.overread.monitoring.feedback.FindingBook;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.registry.ModelVersionId;
import org.overread.registry.gate.ChangeSource;

/** What answers the gate, put together by hand for tests. */
public final class EvidenceServices {
    private EvidenceServices() {}

    /** Tells what has come in; figures of now are not asked of it. */
    public static ChangeSource changes(FindingBook findings, Citations citations, AlertLog alerts) {
        var changes = new MonitoredChanges();
        changes.findings = findings;
        changes.citations = citations;
        changes.alerts = alerts;
        changes.watch = watching(List.of(), List.of());
        changes.clock = InstantSource.fixed(Instant.EPOCH);
        return changes;
    }

    /** What is watched, in memory. */
    static EasedWatch watching(List<Pause> pauses, List<PlanRevision> plans) {
        var watch = new EasedWatch();
        watch.pauses = new Paused(pauses);
        watch.plans = new Planned(plans);
        return watch;
    }

    private record Paused(List<Pause> pauses) implements PauseBook {
        @Override
        public void add(Pause pause) {
            pauses.add(pause);
        }

        @Override
        public List<Pause> latest(ModelVersionId version) {
            return List.copyOf(pauses);
        }
    }

    /** The newest first. */
    private record Planned(List<PlanRevision> plans) implements PlanBook {
        @Override
        public void lock(ModelVersionId version) {}

        @Override
        public void add(PlanRevision revision) {
            plans.addFirst(revision);
        }

        @Override
        public Optional<PlanRevision> latest(ModelVersionId version) {
            return plans.stream().findFirst();
        }

        @Override
        public List<PlanRevision> revisions(ModelVersionId version) {
            return List.copyOf(plans);
        }

        @Override
        public List<PlanRevision> inForce() {
            return plans.stream().limit(1).toList();
        }
    }
}
