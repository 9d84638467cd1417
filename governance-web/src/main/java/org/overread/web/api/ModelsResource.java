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
import org.jspecify.annotations.Nullable;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Stages;
import org.overread.registry.identity.People;
import org.overread.registry.identity.SignIn;
import org.overread.web.api.Shapes.LiveVersion;
import org.overread.web.api.Shapes.Model;
import org.overread.web.api.Shapes.NewModel;
import org.overread.web.api.Shapes.NewVersion;
import org.overread.web.api.Shapes.Version;
import org.overread.web.security.CurrentActor;

/** Models and their frozen versions, and which version is or was live at a site. */
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
    People people;

    @Inject
    SignIn signIn;

    @Inject
    InstantSource clock;

    @GET
    public List<Model> models() {
        return catalog.models(current.actor()).stream()
                .map(model -> Model.of(model, people))
                .toList();
    }

    @POST
    public Response register(NewModel draft) {
        var model = catalog.register(current.actor(), draft.draft(signIn));
        return Response.created(URI.create("models/" + model.id()))
                .entity(Model.of(model, people))
                .build();
    }

    @GET
    @Path("/{model}")
    public Model model(@PathParam("model") String model) {
        return Model.of(catalog.model(current.actor(), model), people);
    }

    @GET
    @Path("/{model}/versions")
    public List<Version> versions(@PathParam("model") String model) {
        return catalog.versions(current.actor(), model).stream()
                .map(Version::of)
                .toList();
    }

    @POST
    @Path("/{model}/versions")
    public Response registerVersion(@PathParam("model") String model, NewVersion draft) {
        var version = catalog.registerVersion(current.actor(), model, draft.declaration());
        return Response.created(URI.create(
                        "models/" + model + "/versions/" + version.id().version()))
                .entity(Version.of(version))
                .build();
    }

    @GET
    @Path("/{model}/live")
    public LiveVersion live(
            @PathParam("model") String model,
            @QueryParam("site") @Nullable String site,
            @QueryParam("at") @Nullable String at) {
        if (site == null) {
            throw new GovernanceException(ErrorCode.INVALID, "Name the site, as in ?site=north.");
        }
        var when = at == null ? clock.instant() : Parameters.instant("at", at);
        return new LiveVersion(
                model,
                site,
                when,
                stages.liveAt(current.actor(), model, site, when)
                        .map(ModelVersionId::version)
                        .orElse(null));
    }
}
