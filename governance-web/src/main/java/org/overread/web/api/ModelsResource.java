package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Permission;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.catalog.Audience;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Stages;
import org.overread.registry.identity.People;
import org.overread.registry.identity.SignIn;
import org.overread.web.api.Shapes.LiveVersion;
import org.overread.web.api.Shapes.Model;
import org.overread.web.api.Shapes.NewModel;
import org.overread.web.api.Shapes.NewVersion;
import org.overread.web.api.Shapes.Version;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.api.contract.Says;
import org.overread.web.security.CurrentActor;

/** Models and their frozen versions, and which version is or was live at a site. */
@Chapter("Models")
@Path("/models")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ModelsResource {
    @Inject
    CurrentActor current;

    @Inject
    Catalog catalog;

    @Inject
    Stages stages;

    @Inject
    TrailChecks checks;

    @Inject
    People people;

    @Inject
    SignIn signIn;

    @Inject
    InstantSource clock;

    @GET
    @Operation(
            id = "listModels",
            says = "The models the caller may see",
            needs = Permission.READ_MODELS,
            reach = Reach.SOMEWHERE)
    public List<Model> models() {
        return catalog.models(current.actor()).stream()
                .map(model -> Model.of(model, people))
                .toList();
    }

    @POST
    @Operation(
            id = "registerModel",
            says = "Register a model; refused without a clinical owner",
            needs = Permission.REGISTER_MODELS,
            reach = Reach.MODEL)
    @Answer(status = 201, says = "Registered", as = Model.class)
    public Response register(NewModel draft) {
        var model =
                catalog.register(current.actor(), Shapes.written(draft.draft(signIn), draft.noIdentifiersConfirmed()));
        return Response.created(URI.create("models/" + model.id()))
                .entity(Model.of(model, people))
                .build();
    }

    @GET
    @Path("/{model}")
    @Operation(id = "getModel", says = "One model", needs = Permission.READ_MODELS, reach = Reach.PART)
    public Model model(@PathParam("model") String model) {
        return Model.of(catalog.model(current.actor(), model), people);
    }

    @GET
    @Path("/{model}/versions")
    @Operation(
            id = "listVersions",
            says = "The versions of a model, oldest first",
            needs = Permission.READ_MODELS,
            reach = Reach.PART)
    public List<Version> versions(@PathParam("model") String model) {
        return catalog.versions(current.actor(), model).stream()
                .map(Version::of)
                .toList();
    }

    @POST
    @Path("/{model}/versions")
    @Operation(
            id = "registerVersion",
            says = "Register a version; it never changes afterwards",
            needs = Permission.REGISTER_MODELS,
            reach = Reach.MODEL,
            conflicts = true)
    @Answer(status = 201, says = "Frozen, with its digest", as = Version.class)
    public Response registerVersion(@PathParam("model") String model, NewVersion draft) {
        var version = catalog.registerVersion(
                current.actor(), model, Shapes.written(draft.declaration(), draft.noIdentifiersConfirmed()));
        return Response.created(URI.create(
                        "models/" + model + "/versions/" + version.id().version()))
                .entity(Version.of(version))
                .build();
    }

    @GET
    @Path("/{model}/live")
    @Operation(id = "getLiveVersion", says = "Which version is or was live at a site", needs = Permission.READ_MODELS)
    public LiveVersion live(
            @PathParam("model") String model,
            @QueryParam("site") @Says(value = "The site", required = true) @Nullable String site,
            @QueryParam("at") @Nullable String at,
            @QueryParam("audience") @Nullable String audience) {
        var place = Parameters.given("site", site);
        var when = Objects.requireNonNullElseGet(Parameters.optionalInstant("at", at), clock::instant);
        var of = audience == null ? null : Parameters.oneOf("audience", Audience.class, audience);
        var live = stages.liveAt(current.actor(), model, place, when);
        return LiveVersion.of(model, place, when, of, live, version -> checks.doubts(version, place));
    }
}
