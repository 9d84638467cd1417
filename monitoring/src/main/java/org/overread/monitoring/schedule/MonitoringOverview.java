package org.overread.monitoring.schedule;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.feedback.FindingBook;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.truth.Truths;
import org.overread.monitoring.truth.UnansweredFacts;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ModelVersion;

/** How versions are, read from what the last runs found: nothing is computed anew. */
@ApplicationScoped
@Transactional
public class MonitoringOverview {
    @Inject
    Catalog catalog;

    @Inject
    PlanBook plans;

    @Inject
    Alerts alerts;

    @Inject
    Truths truths;

    @Inject
    FindingBook findings;

    @Inject
    RunLog log;

    @Inject
    InstantSource clock;

    /** Every version of every model the actor may see the figures of, the most worrying first. */
    public List<MonitoringStatus> all(Actor actor) {
        var inForce = plans.inForce().stream().collect(Collectors.toMap(PlanRevision::version, Function.identity()));
        var runs = log.latest().stream().collect(Collectors.toMap(FinishedRun::version, Function.identity()));
        var known = truths.all();
        var waiting = findings.waiting().stream()
                .filter(some -> some.version() != null)
                .collect(Collectors.groupingBy(some -> requireNonNull(some.version())));
        return catalog.models(actor).stream()
                .filter(model -> actor.may(Permission.READ_PERFORMANCE, model.place()))
                .flatMap(model -> catalog.versions(actor, model.id()).stream())
                .map(ModelVersion::id)
                .map(version -> status(
                        actor,
                        version,
                        inForce,
                        Known.of(known.get(version), false)
                                .with(UnansweredFacts.of(waiting.getOrDefault(version, List.of()))),
                        Optional.ofNullable(runs.get(version))))
                .sorted(MonitoringStatus.BY_WORRY)
                .toList();
    }

    /** One version. */
    public MonitoringStatus of(Actor actor, ModelVersionId version) {
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version);
        var inForce = plans.latest(version).map(plan -> Map.of(version, plan)).orElse(Map.of());
        var known = Known.of(truths.of(version).orElse(null), truths.pending(version))
                .with(UnansweredFacts.of(findings.waiting(version)));
        return status(actor, version, inForce, known, log.latest(version));
    }

    /** What the last run of a version found. */
    public Optional<FinishedRun> latest(Actor actor, ModelVersionId version) {
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version);
        return log.latest(version);
    }

    /** The runs of a version, the newest first. */
    public List<FinishedRun> runs(Actor actor, ModelVersionId version, int limit) {
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version);
        return log.of(version, limit);
    }

    private MonitoringStatus status(
            Actor actor,
            ModelVersionId version,
            Map<ModelVersionId, PlanRevision> inForce,
            Known known,
            Optional<FinishedRun> run) {
        if (!inForce.containsKey(version)) {
            return MonitoringStatus.notPlanned(version, known);
        }
        return run.map(last -> MonitoringStatus.of(
                        last, alerts.of(actor, version), firstPlanned(version), known, clock.instant()))
                .orElseGet(() -> MonitoringStatus.notChecked(version, known));
    }

    private Instant firstPlanned(ModelVersionId version) {
        return plans.revisions(version).getLast().at();
    }
}
