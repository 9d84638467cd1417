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
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Stage;
import org.overread.registry.promotion.NotAdmitted;
import org.overread.registry.promotion.Promotions;
import org.overread.registry.promotion.Submitting;
import org.overread.web.api.Shapes.Version;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.api.contract.Says;
import org.overread.web.security.CurrentActor;

/**
 * One version, and the requests for its promotion. Its path is the same as that of {@link IngestResource}: of resources
 * whose paths differ, the server looks into the longest only.
 */
@Chapter("Models")
@Path("/models/{model}/versions/{version}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class VersionResource {
    @Inject
    CurrentActor current;

    @Inject
    Catalog catalog;

    @Inject
    Promotions promotions;

    /** What is asked for: the stage, at a site, and why. */
    public record NewPromotion(
            @Nullable Stage stage,
            @Nullable String site,
            @Nullable String rationale,
            @Nullable Boolean noIdentifiersConfirmed) {}

    @GET
    @Operation(id = "getVersion", says = "One version", needs = Permission.READ_MODELS, reach = Reach.PART)
    public Version version(@PathParam("model") String model, @PathParam("version") int version) {
        return Version.of(catalog.version(current.actor(), new ModelVersionId(model, version)));
    }

    @GET
    @Path("/replacement")
    @Operation(
            id = "getReplacement",
            says = "What would end and what would stay at a site if the version entered a stage there now",
            needs = Permission.READ_PROMOTIONS)
    public Shapes.Replaces replacement(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @QueryParam("stage") @Says(required = true) @Nullable String stage,
            @QueryParam("site") @Says(value = "The site", required = true) @Nullable String site) {
        return Shapes.Replaces.of(promotions.replacement(
                current.actor(),
                new ModelVersionId(model, version),
                Parameters.oneOf("stage", Stage.class, Parameters.given("stage", stage)),
                Parameters.given("site", site)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/promotions")
    @Operation(
            id = "requestPromotion",
            says = "Ask that a version enters a stage at a site; the gate decides on a frozen evidence snapshot",
            needs = Permission.REQUEST_PROMOTION,
            conflicts = true)
    @Answer(status = 201, says = "On record, with the verdict per criterion", as = PromotionShapes.Request.class)
    public Response submit(@PathParam("model") String model, @PathParam("version") int version, NewPromotion asked) {
        var stage = Parameters.given("stage", asked.stage());
        var site = Parameters.given("site", asked.site());
        return switch (promotions.submit(
                current.actor(),
                new ModelVersionId(model, version),
                stage,
                site,
                Shapes.<@Nullable String>written(asked.rationale(), asked.noIdentifiersConfirmed()))) {
            case Submitting.Submitted submitted ->
                Response.created(URI.create("promotions/" + submitted.request()))
                        .entity(PromotionShapes.Request.of(promotions.request(current.actor(), submitted.request())))
                        .build();
            case NotAdmitted no ->
                Problem.refusal(no.reason().name(), 409, no.sentence()).response();
        };
    }
}
