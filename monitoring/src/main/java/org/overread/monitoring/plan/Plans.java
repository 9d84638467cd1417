package org.overread.monitoring.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.registry.Actor;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.PersonId;
import org.overread.registry.Place;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.Accounts;

/** The monitoring plans of versions. Every declaration is a revision; none is ever changed or taken away. */
@ApplicationScoped
@Transactional
public class Plans {
    private static final Actor.Product PRODUCT = new Actor.Product("plans");

    /** Figures are asked for by so many attributes at most. */
    private static final int MOST_MEASURED = 10;

    @Inject
    Catalog catalog;

    @Inject
    PlanBook book;

    @Inject
    Sightings sightings;

    @Inject
    Performance performance;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** The plan in force. */
    public Optional<PlanRevision> inForce(Actor actor, ModelVersionId version) {
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version);
        return book.latest(version);
    }

    /** Every revision, the newest first. */
    public List<PlanRevision> revisions(Actor actor, ModelVersionId version) {
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version);
        return book.revisions(version);
    }

    /** The plan in force as a draft, as it is written in a file. */
    public PlanDraft written(MonitoringPlan plan) {
        return PlanDraft.of(plan, this::login);
    }

    /** Who can be named as owner or deputy of a plan for this version, by name. */
    public List<Answerer> answerers(Actor actor, ModelVersionId version) {
        var place = catalog.modelFor(actor, Permission.READ_PERFORMANCE, version.model())
                .place();
        return accounts.all().stream()
                .filter(account -> answers(account, place))
                .map(account -> new Answerer(account.login(), account.name()))
                .toList();
    }

    /** A plan to begin with, from what the version declares and what its data hold. */
    public PlanDraft proposed(Actor actor, ModelVersionId id) {
        var version = catalog.versionFor(actor, Permission.PLAN_MONITORING, id);
        var model = catalog.model(PRODUCT, id.model());
        var days = sightings.days(id);
        return PlanProposal.of(
                performance.attributes(PRODUCT, id).stream().limit(20).toList(),
                days,
                sightings.features(id),
                measured(version, PlanProposal.reference(days)),
                loginOfOneWho(model.modelOwner(), model.place()),
                loginOfOneWho(model.clinicalOwner(), model.place()),
                today());
    }

    /**
     * Declares the plan that is in force from now on.
     *
     * @throws GovernanceException when the actor may not, or with every problem of the draft at once
     */
    public PlanRevision declare(Actor actor, ModelVersionId version, PlanDraft draft) {
        var place = catalog.modelFor(actor, Permission.PLAN_MONITORING, version.model())
                .place();
        catalog.versionFor(actor, Permission.PLAN_MONITORING, version);
        var problems = new FieldProblems().and(draft.problems());
        var owner = answerable(problems, "owner", draft.owner(), place);
        var deputy = answerable(problems, "deputy", draft.deputy(), place);
        GovernanceException.refuse("This plan cannot be declared yet.", problems.list());
        book.lock(version);
        int number = book.latest(version).map(PlanRevision::number).orElse(0) + 1;
        var revision = new PlanRevision(
                TimeOrderedIds.next(),
                version,
                number,
                draft.plan(
                        Objects.requireNonNull(owner).id(),
                        Objects.requireNonNull(deputy).id()),
                actor.id(),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        book.add(revision);
        trail.append(
                actor,
                new Deed(
                        "plan.declared",
                        "model-version",
                        version.toString(),
                        version.model(),
                        "declared revision %d of the monitoring plan of %s".formatted(number, version),
                        Map.of("plan", revision.id().toString())));
        return revision;
    }

    private @Nullable Evaluation measured(ModelVersion version, @Nullable ReferenceWindow reference) {
        if (reference == null || version.declared().threshold() == null) {
            return null;
        }
        var question = new PerformanceQuestion(
                reference.from().atStartOfDay().toInstant(ZoneOffset.UTC),
                reference.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                performance.attributes(PRODUCT, version.id()).stream()
                        .limit(MOST_MEASURED)
                        .toList(),
                false,
                null,
                null);
        return performance.of(PRODUCT, version.id(), question);
    }

    private @Nullable Account answerable(FieldProblems problems, String field, @Nullable String login, Place place) {
        var account = login == null
                ? null
                : accounts.byLogin(login.strip().toLowerCase(java.util.Locale.ROOT))
                        .orElse(null);
        problems.when(login != null && account == null, field, "must be the log-in of somebody who can sign in");
        if (account != null) {
            problems.when(
                    !answers(account, place),
                    field,
                    "must be somebody who can sign in and may answer alerts about this model");
        }
        return account;
    }

    private static boolean answers(Account account, Place place) {
        return account.may(Permission.ANSWER_ALERTS, place);
    }

    private @Nullable String login(PersonId person) {
        return accounts.find(person).map(Account::login).orElse(null);
    }

    private @Nullable String loginOfOneWho(PersonId person, Place place) {
        return accounts.find(person)
                .filter(account -> answers(account, place))
                .map(Account::login)
                .orElse(null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
