package org.overread.monitoring.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.AlertEvent.Kind;
import org.overread.monitoring.alert.AlertRule.Keep;
import org.overread.monitoring.alert.AlertRule.Raise;
import org.overread.monitoring.alert.AlertRule.Resolve;
import org.overread.monitoring.alert.AlertRule.Worsen;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckKind;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.PersonId;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.promotion.Requesters;

/** What people do about alerts, and what the product does when nobody does anything. */
@ApplicationScoped
@Transactional
public class Alerts {
    private static final Actor.Product PRODUCT = new Actor.Product("alerts");
    /** How many resolved alerts are listed, the last ones. */
    public static final int RESOLVED_SHOWN = 200;

    @Inject
    Catalog catalog;

    @Inject
    AlertLog log;

    @Inject
    AlertNews news;

    @Inject
    Requesters requesters;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** The alerts that are not resolved and the last ones that are, as far as the actor may see them. */
    public List<Alert> list(Actor actor) {
        var reach = reach();
        return Stream.concat(log.open().stream(), log.resolved(RESOLVED_SHOWN).stream())
                .filter(file -> reach.reads(actor, file))
                .map(Alert::of)
                .toList();
    }

    /** The alerts of a version that are not resolved and the last ones that are, the newest first. */
    public List<Alert> of(Actor actor, ModelVersionId version) {
        catalog.versionWithin(actor, Permission.READ_PERFORMANCE, version);
        var reach = reach();
        return log.of(version, RESOLVED_SHOWN).stream()
                .filter(file -> reach.reads(actor, file))
                .map(Alert::of)
                .toList();
    }

    /** What the open alerts of a version are about. */
    public Set<String> openChecks(ModelVersionId version) {
        return log.open(version).stream().map(AlertFile::check).collect(Collectors.toSet());
    }

    public Alert alert(Actor actor, UUID id) {
        return Alert.of(reach().readable(actor, log.find(id)));
    }

    /** The alerts that wait for this person's answer, the longest overdue first. */
    public List<Alert> waitingFor(PersonId person) {
        return log.open().stream()
                .map(Alert::of)
                .filter(Alert.Raised.class::isInstance)
                .filter(alert -> alert.file().answerer().equals(person))
                .sorted(Comparator.comparing(alert -> alert.file().due()))
                .toList();
    }

    /** Says that the actor sees to it. */
    public Alert acknowledge(Actor actor, UUID id, Written<String> comment) {
        return answer(actor, id, Kind.ACKNOWLEDGED, comment, false);
    }

    /** Says something about it. */
    public Alert comment(Actor actor, UUID id, Written<String> text) {
        return answer(actor, id, Kind.COMMENTED, text, true);
    }

    /**
     * Says why it is over.
     *
     * @throws GovernanceException with {@link ErrorCode#CONFLICT} when it waits for an answer to a clinician, since it
     *     ends with that answer and with nothing else; or when the actor's own eyes ask for the version
     */
    public Alert resolve(Actor actor, UUID id, Written<String> reason) {
        var file = reach().answerable(actor, log.find(id));
        ByHand.mayResolve(file, actor, requesters.of(file.version()));
        return answer(actor, id, Kind.RESOLVED, reason, true);
    }

    /**
     * Does what follows from how the version's checks stand. Done once more with the same checks it changes nothing.
     *
     * @return the alerts that were raised or have become more severe
     */
    public List<Alert> apply(Actor.Product product, ModelVersionId version, MonitoringPlan plan, List<Check> checks) {
        return follow(product, version, AlertDuty.of(plan), checks, file -> file.kind() != CheckKind.CONCERN);
    }

    /**
     * Does what follows from how these checks stand, and leaves the alerts of all others alone.
     *
     * @return the alerts that were raised or have become more severe
     */
    public List<Alert> follow(Actor.Product product, ModelVersionId version, AlertDuty duty, List<Check> checks) {
        var keys = checks.stream().map(Check::key).collect(Collectors.toSet());
        return follow(product, version, duty, checks, file -> keys.contains(file.check()));
    }

    private List<Alert> follow(
            Actor.Product product,
            ModelVersionId version,
            AlertDuty duty,
            List<Check> checks,
            Predicate<AlertFile> concerned) {
        log.lock(version);
        var open = log.open(version).stream().filter(concerned).map(Alert::of).toList();
        return AlertRule.evaluate(checks, open).stream()
                .flatMap(ruling -> switch (ruling) {
                    case Raise raise -> Stream.of(raise(product, version, duty, raise));
                    case Worsen worse ->
                        Stream.of(add(
                                product,
                                worse.alert().file(),
                                event(product, Kind.WORSENED, worse.check().sentence(), Severity.ALERT)));
                    case Resolve over -> {
                        add(product, over.alert().file(), event(product, Kind.RESOLVED, over.reason(), null));
                        yield Stream.<Alert>empty();
                    }
                    case Keep _ -> Stream.<Alert>empty();
                })
                .toList();
    }

    /**
     * Passes to the deputies what the owners have not answered in time.
     *
     * @return the alerts that were passed on
     */
    public List<Alert> escalate(Actor.Product product) {
        return log.open().stream()
                .map(AlertFile::version)
                .distinct()
                .flatMap(version -> escalate(product, version))
                .toList();
    }

    private Stream<Alert> escalate(Actor.Product product, ModelVersionId version) {
        log.lock(version);
        var now = now();
        return log.open(version).stream()
                .filter(file -> Alert.of(file) instanceof Alert.Raised raised && raised.escalates(now))
                .map(file -> add(
                        product,
                        file,
                        event(product, Kind.ESCALATED, "Nobody had answered when the answer was due.", null)));
    }

    private Alert raise(Actor.Product product, ModelVersionId version, AlertDuty duty, Raise raise) {
        var check = raise.check();
        var first = event(product, Kind.RAISED, check.sentence(), raise.severity());
        var file = new AlertFile(
                TimeOrderedIds.next(),
                version,
                duty.site(),
                check.key(),
                check.kind(),
                check.headline(),
                check.since(),
                duty.owner(),
                duty.deputy(),
                duty.action(raise.severity()),
                List.of(first));
        log.add(file);
        news.happened(file, first);
        trail.append(product, AlertDeeds.of(file, first));
        return Alert.of(file);
    }

    private Alert answer(Actor actor, UUID id, Kind kind, Written<String> words, boolean needed) {
        ByHand.mustSay(words, needed);
        log.lock(reach().answerable(actor, log.find(id)).version());
        var file = reach().answerable(actor, log.find(id));
        if (!Alert.of(file).open()) {
            throw new GovernanceException(ErrorCode.CONFLICT, "This alert is resolved already.");
        }
        return add(actor, file, event(actor, kind, words.what().strip(), null), words);
    }

    private Alert add(Actor actor, AlertFile file, AlertEvent event) {
        return add(actor, file, event, Written.plainly(event.text()));
    }

    private Alert add(Actor actor, AlertFile file, AlertEvent event, Written<String> words) {
        log.add(file.id(), event);
        var changed = file.with(event);
        news.happened(changed, event);
        trail.append(actor, AlertDeeds.of(changed, event).confirming(words, words.what()));
        return Alert.of(changed);
    }

    private AlertEvent event(Actor actor, Kind kind, String text, @Nullable Severity severity) {
        return new AlertEvent(TimeOrderedIds.next(), kind, now(), actor.id(), actor.name(), text, severity);
    }

    /** Whether the actor may answer the alert. */
    public boolean answers(Actor actor, AlertFile file) {
        return reach().answers(actor, file);
    }

    private AlertReach reach() {
        return new AlertReach(model -> catalog.model(PRODUCT, model).place());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
