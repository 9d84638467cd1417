package org.overread.monitoring.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.schedule.FinishedRun;
import org.overread.monitoring.schedule.RunLog;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;

/** Where a run of a version's checks is started, and where one reads how it goes and what earlier ones found. */
@ApplicationScoped
@Transactional
public class RunDesk {
    /** How many runs the log lists, the last ones. */
    public static final int SHOWN = 20;

    @Inject
    Catalog catalog;

    @Inject
    PlanBook plans;

    @Inject
    RunAttempts attempts;

    @Inject
    RunLog runs;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /**
     * Takes note that somebody starts a run; {@link RunningAside} carries it out.
     *
     * @throws GovernanceException with {@link ErrorCode#CONFLICT} when no plan is declared, or while another run that
     *     somebody has started is under way
     */
    public RunAttempt start(Actor actor, ModelVersionId version) {
        catalog.versionFor(actor, Permission.ANSWER_ALERTS, version);
        if (plans.latest(version).isEmpty()) {
            throw new GovernanceException(
                    ErrorCode.CONFLICT, "Nothing can be checked before a monitoring plan is declared");
        }
        attempts.lock(version);
        if (underWay(version).isPresent()) {
            throw new GovernanceException(ErrorCode.CONFLICT, "A run of " + version + " is under way already");
        }
        var attempt = RunAttempt.begin(TimeOrderedIds.next(), version, actor.id(), actor.name(), now());
        attempts.add(attempt);
        trail.append(
                actor,
                Deed.of(
                        "monitoring.run-started",
                        "model-version",
                        version.toString(),
                        version.model(),
                        "started a run of the checks of " + version));
        return attempt;
    }

    /** The run that is under way, if somebody has started one. */
    public Optional<RunEntry> underWay(Actor actor, ModelVersionId version) {
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version);
        return underWay(version).map(attempt -> RunEntry.of(attempt, null, now()));
    }

    /** The runs of a version, the newest first. */
    public List<RunEntry> log(Actor actor, ModelVersionId version) {
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version);
        var finished = runs.of(version, SHOWN).stream().collect(Collectors.toMap(FinishedRun::id, Function.identity()));
        var started = attempts.of(version, SHOWN).stream()
                .map(attempt ->
                        RunEntry.of(attempt, attempt.run() == null ? null : finished.remove(attempt.run()), now()))
                .toList();
        return Stream.concat(started.stream(), finished.values().stream().map(RunEntry::of))
                .sorted(Comparator.comparing(RunEntry::startedAt).reversed())
                .limit(SHOWN)
                .toList();
    }

    /** One run of the version by the id it has in the log. */
    public RunEntry entry(Actor actor, ModelVersionId version, UUID id) {
        return log(actor, version).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new GovernanceException(
                        ErrorCode.NOT_FOUND, "There is no such run among the last " + SHOWN + " of " + version));
    }

    /** A run as it stands for whoever has just started it, who need not be allowed to read the others. */
    public RunEntry begun(RunAttempt attempt) {
        return RunEntry.of(attempt, null, now());
    }

    private Optional<RunAttempt> underWay(ModelVersionId version) {
        return attempts.of(version, SHOWN).stream()
                .filter(attempt -> attempt.state(now()) == RunAttempt.State.RUNNING)
                .findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
