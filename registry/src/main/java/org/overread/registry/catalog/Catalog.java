package org.overread.registry.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.PersonId;
import org.overread.registry.Place;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.Accounts;

/** What models, versions and sites there are. Whoever may not see a model is told that there is none. */
@ApplicationScoped
@Transactional
public class Catalog {
    @Inject
    Models models;

    @Inject
    Sites sites;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /**
     * Registers a model.
     *
     * @throws GovernanceException with every problem of the draft at once
     */
    public RegisteredModel register(Actor actor, ModelDraft draft) {
        return register(actor, Written.plainly(draft));
    }

    /** The same, with the writer's word on what was pointed out in the draft. */
    public RegisteredModel register(Actor actor, Written<ModelDraft> written) {
        var draft = written.what();
        actor.mustBeAllowed(Permission.REGISTER_MODELS, new Place(draft.id(), draft.department(), null));
        var id = draft.id();
        if (id != null) {
            models.lock(id);
        }
        GovernanceException.refuse(
                "This model cannot be registered yet.",
                new FieldProblems()
                        .and(draft.problems())
                        .and(draft.identifiers(written.noIdentifiersConfirmed()))
                        .when(id != null && models.find(id).isPresent(), "id", "belongs to another model already")
                        .and(ownerProblems("clinicalOwner", draft.clinicalOwner()))
                        .and(ownerProblems("modelOwner", draft.modelOwner()))
                        .list());
        var model = draft.registered(now());
        models.add(model);
        trail.append(
                actor,
                Deed.of("model.registered", "model", model.id(), model.id(), "registered model " + model.id())
                        .confirming(written, model.intendedUse()));
        return model;
    }

    /** The models the actor may see, by name. */
    public List<RegisteredModel> models(Actor actor) {
        return models.all().stream()
                .filter(model -> actor.mayWithin(Permission.READ_MODELS, model.place()))
                .toList();
    }

    /** What the model is, for everybody who may see something of it. */
    public RegisteredModel model(Actor actor, String id) {
        return modelWithin(actor, Permission.READ_MODELS, id);
    }

    /** The model, for somebody who is about to do that with all of it: at every site. */
    public RegisteredModel modelFor(Actor actor, Permission permission, String id) {
        return modelFor(actor, permission, id, null);
    }

    /** The model, for somebody who is about to do that with it at a site, or without one at all sites together. */
    public RegisteredModel modelFor(Actor actor, Permission permission, String id, @Nullable String site) {
        var model = known(actor, permission, id);
        actor.mustBeAllowed(permission, model.place().at(site));
        return model;
    }

    /** The model, for somebody who is about to do that with some of it and asks for each piece of it afterwards. */
    public RegisteredModel modelWithin(Actor actor, Permission permission, String id) {
        var model = known(actor, permission, id);
        actor.mustBeAllowedWithin(permission, model.place());
        return model;
    }

    private RegisteredModel known(Actor actor, Permission permission, String id) {
        return models.find(id)
                .filter(found -> actor.mayWithin(permission, found.place())
                        || actor.mayWithin(Permission.READ_MODELS, found.place()))
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no model " + id));
    }

    /**
     * Freezes what is declared as the next version of the model.
     *
     * @throws GovernanceException with every problem of the declaration at once, or with {@link ErrorCode#CONFLICT}
     *     when an earlier version declares exactly the same
     */
    public ModelVersion registerVersion(Actor actor, String model, VersionDeclaration declared) {
        return registerVersion(actor, model, Written.plainly(declared));
    }

    /** The same, with the writer's word on what was pointed out in the declaration. */
    public ModelVersion registerVersion(Actor actor, String model, Written<VersionDeclaration> written) {
        var declared = written.what();
        modelFor(actor, Permission.REGISTER_MODELS, model);
        models.lock(model);
        var earlier = models.versions(model);
        GovernanceException.refuse(
                "This version cannot be registered yet.",
                new FieldProblems()
                        .and(declared.problems())
                        .and(declared.identifiers(written.noIdentifiersConfirmed()))
                        .when(
                                declared.changeType() == ChangeType.FIRST && !earlier.isEmpty(),
                                "changeType",
                                "must say what changed: this is not the first version")
                        .list());
        var digest = digest(model, declared);
        var content = Content.of(model, declared);
        Content.mustBeNew(same -> CanonicalJson.digests(content, same), earlier);
        int number = earlier.isEmpty() ? 1 : earlier.getLast().id().version() + 1;
        var version = new ModelVersion(new ModelVersionId(model, number), declared, digest, actor.id(), now());
        models.add(version);
        trail.append(
                actor,
                new Deed(
                        "version.registered",
                        "model-version",
                        version.id().toString(),
                        model,
                        "registered version " + number + " of " + model,
                        Map.of("digest", digest.hex())));
        return version;
    }

    /** The model's versions, the first one first. */
    public List<ModelVersion> versions(Actor actor, String model) {
        return models.versions(model(actor, model).id());
    }

    /** What the version is, for everybody who may see something of its model. */
    public ModelVersion version(Actor actor, ModelVersionId id) {
        return versionWithin(actor, Permission.READ_MODELS, id);
    }

    /** The version, for somebody who is about to do that with all of it: at every site. */
    public ModelVersion versionFor(Actor actor, Permission permission, ModelVersionId id) {
        return versionFor(actor, permission, id, null);
    }

    /**
     * The version, for somebody who is about to do that with it at a site, or without one at all sites together.
     *
     * @throws GovernanceException when the actor may not. Who is limited to one site must ask for that site
     */
    public ModelVersion versionFor(Actor actor, Permission permission, ModelVersionId id, @Nullable String site) {
        modelFor(actor, permission, id.model(), site);
        return version(id);
    }

    /** The version, for somebody who is about to do that with some of it and asks for each piece of it afterwards. */
    public ModelVersion versionWithin(Actor actor, Permission permission, ModelVersionId id) {
        modelWithin(actor, permission, id.model());
        return version(id);
    }

    private ModelVersion version(ModelVersionId id) {
        return models.version(id)
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no version " + id));
    }

    /** Whether the version is kept as it was declared: its digest, taken again, is the one taken at registration. */
    public boolean intact(ModelVersionId id) {
        return models.version(id)
                .filter(version -> CanonicalJson.digests(Content.of(id.model(), version.declared()), version.digest()))
                .isPresent();
    }

    /** The sites the actor may see models at, by name. */
    public List<Site> sites(Actor actor) {
        return sites.all().stream()
                .filter(site -> actor.mayWithin(Permission.READ_MODELS, Place.EVERYWHERE.at(site.id())))
                .toList();
    }

    public Optional<Site> site(String id) {
        return sites.find(id);
    }

    public Site addSite(Actor actor, Site site) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_SITES);
        GovernanceException.refuse(
                "This site cannot be added yet.",
                new FieldProblems()
                        .and(site.problems())
                        .when(sites.find(site.id()).isPresent(), "id", "belongs to another site already")
                        .list());
        sites.add(site, now());
        trail.append(actor, Deed.of("site.added", "site", site.id(), null, "added site " + site.id()));
        return site;
    }

    /** The digest of what is declared for a version of that model. */
    public static Digest digest(String model, VersionDeclaration declared) {
        return Digest.of(CanonicalJson.of(Content.of(model, declared)));
    }

    private List<FieldProblem> ownerProblems(String field, @Nullable PersonId owner) {
        boolean active =
                owner == null || accounts.find(owner).filter(Account::active).isPresent();
        return active ? List.of() : List.of(new FieldProblem(field, "must be somebody who can sign in"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
