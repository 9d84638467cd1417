package org.overread.registry.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.catalog.Suspension.NotLive;
import org.overread.registry.catalog.Suspension.Suspended;

/** Which version is, or was, live where; and the two ways that changes: a decided promotion, and a stop. */
@ApplicationScoped
@Transactional
public class Stages {
    @Inject
    Catalog catalog;

    @Inject
    Models models;

    @Inject
    StageEntries entries;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** The versions that were live at the site at that time, at most one for each audience. */
    public LiveVersions liveAt(Actor actor, String model, String site, Instant at) {
        var place = catalog.model(actor, model).place().at(site);
        mustKnow(site);
        actor.mustBeAllowed(Permission.READ_MODELS, place);
        return history(actor, model).liveAt(site, at);
    }

    /** Every step of the model's versions at the sites the actor may see. */
    public StageHistory history(Actor actor, String model) {
        var place = catalog.model(actor, model).place();
        var all = entries.of(model);
        return new StageHistory(
                all.entries().stream()
                        .filter(entry -> actor.may(Permission.READ_MODELS, place.at(entry.site())))
                        .toList(),
                all.strays().stream()
                        .filter(stray -> actor.may(Permission.READ_MODELS, place.at(stray.site())))
                        .toList());
    }

    /**
     * Takes the step that was decided. Only the product itself may, when it carries out a promotion; once more for the
     * same promotion changes nothing.
     *
     * @return the step as it is kept, which is the earlier one if this promotion was carried out before
     * @throws GovernanceException with {@link ErrorCode#CONFLICT} when the promotion was carried out as something else,
     *     or when the version is not as it was declared
     */
    public StageEntry enter(Actor.Product product, StageEntry entry) {
        var version = entry.version();
        models.lock(version.model());
        var earlier = Optional.ofNullable(entry.promotion()).flatMap(entries::ofPromotion);
        if (earlier.isPresent()) {
            return same(earlier.get(), entry);
        }
        mustKnow(entry.site());
        if (!catalog.intact(version)) {
            throw new GovernanceException(
                    ErrorCode.CONFLICT, version + " is not kept as it was declared; it cannot take another step");
        }
        var history = entries.of(version.model());
        var step = history.following(entry);
        entries.add(step);
        trail.append(product, StageDeeds.entered(step, history.replacement(step)));
        return step;
    }

    /** Stops a live version at a site, at once and without anybody's approval. */
    public Suspension suspend(Actor actor, ModelVersionId version, String site, String reason) {
        return suspend(actor, version, site, Written.plainly(reason));
    }

    /** The same, with the writer's word on what was pointed out in the reason. */
    public Suspension suspend(Actor actor, ModelVersionId version, String site, Written<String> why) {
        var reason = why.what();
        catalog.modelFor(actor, Permission.SUSPEND_MODELS, version.model(), site);
        mustKnow(site);
        GovernanceException.refuse("Say why this version is stopped.", problems(actor, why));
        models.lock(version.model());
        var history = entries.of(version.model());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var step = history.following(
                new StageEntry(version, site, Stage.SUSPENDED, now, null, actor.id(), reason.strip()));
        if (!history.liveAt(site, step.at()).has(version)) {
            return new NotLive(version + " is not live at " + site + ": it is "
                    + history.stageOf(version, site, step.at()).title().toLowerCase(java.util.Locale.ROOT) + " there");
        }
        entries.add(step);
        trail.append(actor, StageDeeds.stopped(step, history.replacement(step)).confirming(why, reason));
        return new Suspended(step);
    }

    /** What the product says of its own figures was typed by nobody, and nothing found in it may hold up a stop. */
    private static List<FieldProblem> problems(Actor actor, Written<String> why) {
        var problems = new FieldProblems().text("reason", why.what(), 2000);
        return actor instanceof Actor.Product
                ? problems.list()
                : problems.identifiers("reason", why.what(), why.noIdentifiersConfirmed())
                        .list();
    }

    private void mustKnow(String site) {
        if (catalog.site(site).isEmpty()) {
            throw new GovernanceException(ErrorCode.NOT_FOUND, "There is no site " + site);
        }
    }

    private static StageEntry same(StageEntry earlier, StageEntry asked) {
        if (earlier.version().equals(asked.version())
                && earlier.site().equals(asked.site())
                && earlier.stage() == asked.stage()) {
            return earlier;
        }
        throw new GovernanceException(
                ErrorCode.CONFLICT,
                "This promotion already took " + earlier.version() + " to "
                        + earlier.stage().title() + " at " + earlier.site());
    }
}
