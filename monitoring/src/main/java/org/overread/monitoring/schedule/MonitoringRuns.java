package org.overread.monitoring.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckSource;
import org.overread.monitoring.check.Pauses;
import org.overread.monitoring.check.Watch;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.plan.Sightings;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Stages;

/**
 * Checks a version as its plan says: every source answers, what is paused is told as such, alerts follow, and the result
 * is kept. Running once more without news raises nothing again.
 */
@ApplicationScoped
@Transactional
public class MonitoringRuns {
    private static final Actor.Product PRODUCT = new Actor.Product("monitoring");

    @Inject
    Catalog catalog;

    @Inject
    Stages stages;

    @Inject
    PlanBook plans;

    @Inject
    Sightings sightings;

    @Inject
    @Any
    Instance<CheckSource> sources;

    @Inject
    Pauses pauses;

    @Inject
    Alerts alerts;

    @Inject
    Suspending suspending;

    @Inject
    RunLog log;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /**
     * Checks a version now because somebody asks for it.
     *
     * @throws GovernanceException when the actor may not, when no plan is declared, or with {@link ErrorCode#CONFLICT}
     *     while another run of the version is under way
     */
    public FinishedRun run(Actor actor, ModelVersionId version, RunProgress progress) {
        catalog.versionFor(actor, Permission.ANSWER_ALERTS, version);
        var plan = plans.latest(version)
                .orElseThrow(() -> new GovernanceException(
                        ErrorCode.CONFLICT, "Nothing can be checked before a monitoring plan is declared"));
        if (!log.tryTurn(version)) {
            throw new GovernanceException(ErrorCode.CONFLICT, "A run of " + version + " is under way already");
        }
        var run = checked(actor, plan, progress);
        trail.append(
                actor,
                Deed.of(
                        "monitoring.run",
                        "model-version",
                        version.toString(),
                        version.model(),
                        "had the checks of %s run".formatted(version)));
        return run;
    }

    /** Checks a version because it is time; does nothing while another server does. */
    public boolean runIfFree(PlanRevision plan) {
        if (!log.tryTurn(plan.version())) {
            return false;
        }
        checked(PRODUCT, plan, RunProgress.SILENT);
        return true;
    }

    /** The versions whose last run is older than that, or followed another plan, or that have never been run. */
    public List<PlanRevision> due(Instant before) {
        return plans.inForce().stream()
                .filter(plan -> log.latest(plan.version())
                        .filter(run -> run.plan().equals(plan.id()))
                        .filter(run -> run.finishedAt().isAfter(before))
                        .isEmpty())
                .toList();
    }

    private FinishedRun checked(Actor starter, PlanRevision plan, RunProgress progress) {
        var watch = watch(plan);
        var checks = pauses.applied(plan.version(), checks(watch, progress), watch.now());
        var news = alerts.apply(PRODUCT, plan.version(), plan.plan(), checks);
        suspending.after(PRODUCT, plan, news);
        var run = new FinishedRun(
                TimeOrderedIds.next(), plan.version(), plan.id(), starter.id(), watch.now(), now(), checks);
        log.add(run);
        return run;
    }

    private List<Check> checks(Watch watch, RunProgress progress) {
        var all = sources.stream().toList();
        var checks = new ArrayList<Check>();
        for (int i = 0; i < all.size(); i++) {
            progress.at(i, all.size());
            checks.addAll(all.get(i).checks(watch));
        }
        progress.at(all.size(), all.size());
        return checks;
    }

    private Watch watch(PlanRevision plan) {
        var now = now();
        var history = stages.history(PRODUCT, plan.version().model());
        boolean live = catalog.sites(PRODUCT).stream()
                .anyMatch(site -> history.liveAt(site.id(), now).has(plan.version()));
        return new Watch(
                plan.version(),
                plan.plan(),
                plan.at(),
                sightings.newest(plan.version()).orElse(null),
                live,
                now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
