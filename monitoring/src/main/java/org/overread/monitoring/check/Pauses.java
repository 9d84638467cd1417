package org.overread.monitoring.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.overread.registry.Actor;
import org.overread.registry.DayWords;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;

/** Pauses single checks, with a reason and an end, and lets them go on. */
@ApplicationScoped
@Transactional
public class Pauses {
    private static final int MOST_DAYS = 184;

    @Inject
    Catalog catalog;

    @Inject
    PauseBook book;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /**
     * Pauses a check until the end of a day.
     *
     * @param last the last day, UTC, on which it is paused
     */
    public Pause pause(Actor actor, ModelVersionId version, String check, String reason, LocalDate last) {
        return pause(actor, version, check, Written.plainly(reason), last);
    }

    /** The same, with the writer's word on what was pointed out in the reason. */
    public Pause pause(Actor actor, ModelVersionId version, String check, Written<String> why, LocalDate last) {
        var reason = why.what();
        catalog.versionFor(actor, Permission.PLAN_MONITORING, version);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        GovernanceException.refuse(
                "This check cannot be paused like this.",
                new FieldProblems()
                        .text("check", check, 500)
                        .text("reason", reason, 2000)
                        .identifiers("reason", reason, why.noIdentifiersConfirmed())
                        .when(
                                last.isBefore(today) || last.isAfter(today.plusDays(MOST_DAYS)),
                                "until",
                                "must be a day within the next " + MOST_DAYS + " days")
                        .list());
        return add(
                actor,
                version,
                check,
                new Written<>(reason.strip(), why.noIdentifiersConfirmed()),
                last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                "paused");
    }

    /** Lets a check go on at once. */
    public Pause resume(Actor actor, ModelVersionId version, String check) {
        catalog.versionFor(actor, Permission.PLAN_MONITORING, version);
        return add(actor, version, check, Written.plainly("resumed"), now(), "resumed");
    }

    /** The checks with those that are paused told as such. */
    public List<Check> applied(ModelVersionId version, List<Check> checks, Instant at) {
        var paused = book.latest(version).stream()
                .filter(pause -> pause.until().isAfter(at))
                .toList();
        return checks.stream()
                .map(check -> paused.stream()
                        .filter(pause -> pause.check().equals(check.key()))
                        .findFirst()
                        .map(pause -> check.paused("Paused by %s until the end of %s: %s"
                                .formatted(
                                        pause.byName(),
                                        DayWords.of(pause.until().minusMillis(1)),
                                        pause.reason())))
                        .orElse(check))
                .toList();
    }

    private Pause add(
            Actor actor, ModelVersionId version, String check, Written<String> why, Instant until, String verb) {
        var reason = why.what();
        var pause = new Pause(TimeOrderedIds.next(), version, check, reason, actor.id(), actor.name(), now(), until);
        book.add(pause);
        trail.append(
                actor,
                new Deed(
                                "check." + verb,
                                "model-version",
                                version.toString(),
                                version.model(),
                                "%s a check of %s".formatted(verb, version),
                                Map.of("until", until.toString()))
                        .confirming(why, reason));
        return pause;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
