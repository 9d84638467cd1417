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
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.Role;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.Stages;
import org.overread.registry.catalog.Suspension;
import org.overread.registry.promotion.PromotionFilter;
import org.overread.registry.promotion.PromotionRequest;
import org.overread.registry.promotion.Promotions;
import org.overread.registry.promotion.Reviews;
import org.overread.registry.promotion.Step;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Rule;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/** The gate: requests, reviews, the chair's decision. Signing asks for the password in the same call. */
@Chapter("Promotions")
@Path("/promotions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PromotionsResource {
    private static final Set<Rule> ABOUT_THE_PERSON = Set.of(
            Rule.WRONG_PASSWORD, Rule.OWN_REQUEST, Rule.ROLE_NOT_ASKED_FOR, Rule.ROLE_NOT_HELD, Rule.NOT_THE_REQUESTER);

    @Inject
    CurrentActor current;

    @Inject
    Promotions promotions;

    @Inject
    Reviews reviews;

    @Inject
    Stages stages;

    /**
     * A signature to give.
     *
     * @param role the role to sign in; the chair's for a decision
     * @param meaning REVIEW or REJECTION for a review, APPROVAL or REJECTION for a decision
     * @param password the signer's own, asked again
     * @param replaces the versions that the signer was shown as those that end, as {@code replacement.replaces} of the
     *     request tells them: an approval is refused when others end now. Not checked when left out
     * @param zone the signer's time zone, such as {@code America/Chicago}; UTC when left out
     * @param changesDigest the one the request was told with, which says what had changed since it was submitted; may be
     *     left out while nothing has, and by whoever rejects
     */
    public record NewSignature(
            @Nullable Role role,
            @Nullable Meaning meaning,
            @Nullable String comment,
            @Nullable String password,
            @Nullable String zone,
            @Nullable Boolean noIdentifiersConfirmed,
            @Nullable String changesDigest,
            @Nullable List<Integer> replaces) {}

    /** Why something is stopped. */
    public record NewSuspension(
            @Nullable String reason, @Nullable Boolean noIdentifiersConfirmed) {}

    @GET
    @Operation(
            id = "listPromotions",
            says = "Promotion requests, the newest first",
            needs = Permission.READ_PROMOTIONS,
            reach = Reach.SOMEWHERE)
    public List<PromotionShapes.Line> list(
            @QueryParam("model") @Nullable String model,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("site") @Nullable String site,
            @QueryParam("state") @Nullable String states) {
        var wanted = Parameters.list(states).stream()
                .map(state -> Parameters.oneOf("state", PromotionRequest.State.class, state))
                .collect(Collectors.toSet());
        return promotions.list(current.actor(), new PromotionFilter(model, version, site, wanted)).stream()
                .map(PromotionShapes.Line::of)
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(
            id = "getPromotion",
            says = "A request with criteria, verdicts, reviews and signatures",
            needs = Permission.READ_PROMOTIONS)
    public PromotionShapes.Request promotion(@PathParam("id") String id) {
        return request(Parameters.id(id));
    }

    @POST
    @Path("/{id}/reviews")
    @Operation(
            id = "signReview",
            says = "Sign a review; the password is asked again in the same call",
            needs = Permission.REVIEW_PROMOTIONS,
            inPerson = true,
            conflicts = true)
    @Answer(says = "The request as it stands now", as = PromotionShapes.Request.class)
    public Response review(@PathParam("id") String id, NewSignature signature) {
        var meaning = signature.meaning() == null ? Meaning.REVIEW : signature.meaning();
        if (meaning == Meaning.APPROVAL) {
            throw Parameters.wrong("meaning", "must be REVIEW or REJECTION; an approval is the chair's decision");
        }
        return signed(id, Parameters.given("role", signature.role()), meaning, signature);
    }

    @POST
    @Path("/{id}/decision")
    @Operation(
            id = "decidePromotion",
            says = "The chair approves or rejects, with the password",
            needs = Permission.DECIDE_PROMOTIONS,
            inPerson = true,
            conflicts = true)
    @Answer(says = "The request as it stands now", as = PromotionShapes.Request.class)
    public Response decide(@PathParam("id") String id, NewSignature signature) {
        var meaning = Parameters.given("meaning", signature.meaning());
        if (meaning == Meaning.REVIEW) {
            throw Parameters.wrong("meaning", "must be APPROVAL or REJECTION");
        }
        return signed(id, signature.role() == null ? Role.CHAIR : signature.role(), meaning, signature);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(
            id = "withdrawPromotion",
            says = "The requester takes the request back",
            needs = Permission.READ_PROMOTIONS,
            reach = Reach.OWN,
            conflicts = true)
    @Answer(says = "The request as it stands now", as = PromotionShapes.Request.class)
    public Response withdraw(@PathParam("id") String id) {
        return answer(Parameters.id(id), promotions.withdraw(current.actor(), Parameters.id(id)));
    }

    @POST
    @Path("/{id}/suspend")
    @Operation(
            id = "suspendVersion",
            says = "Stop the version of this request at its site, at once",
            needs = Permission.SUSPEND_MODELS,
            inPerson = true,
            conflicts = true)
    @Answer(says = "Stopped", as = StageEntry.class)
    public Response suspend(@PathParam("id") String id, NewSuspension suspension) {
        var submission = promotions.request(current.actor(), Parameters.id(id)).submission();
        var reason = Shapes.written(
                suspension.reason() == null ? "" : suspension.reason(), suspension.noIdentifiersConfirmed());
        return switch (stages.suspend(current.actor(), submission.version(), submission.site(), reason)) {
            case Suspension.Suspended suspended ->
                Response.ok(suspended.entry()).build();
            case Suspension.NotLive no ->
                Problem.refusal("not-live", 409, no.reason()).response();
        };
    }

    private Response signed(String id, Role role, Meaning meaning, NewSignature signature) {
        var request = Parameters.id(id);
        var comment = signature.comment() == null ? "" : signature.comment();
        var intent = new Intent(
                current.person(),
                role,
                meaning,
                comment,
                zone(signature.zone()),
                seen(signature.changesDigest()),
                shown(request, signature.replaces()));
        return answer(
                request,
                reviews.sign(
                        request,
                        Shapes.written(intent, signature.noIdentifiersConfirmed()),
                        Parameters.given("password", signature.password())));
    }

    private static Digest seen(@Nullable String digest) {
        return digest == null ? Intent.NOTHING_CHANGED : Parameters.digest("changesDigest", digest);
    }

    private @Nullable Set<ModelVersionId> shown(UUID request, @Nullable List<Integer> versions) {
        if (versions == null) {
            return null;
        }
        var model = promotions
                .request(current.actor(), request)
                .submission()
                .version()
                .model();
        return versions.stream()
                .map(version -> Parameters.version("replaces", model, Parameters.given("replaces", version)))
                .collect(Collectors.toSet());
    }

    private Response answer(UUID id, Step step) {
        return switch (step) {
            case Step.Taken taken -> Response.ok(request(id)).build();
            case Step.Refused no ->
                Problem.refusal(no.rule().name(), ABOUT_THE_PERSON.contains(no.rule()) ? 403 : 409, no.reason())
                        .response();
        };
    }

    private PromotionShapes.Request request(UUID id) {
        return PromotionShapes.Request.of(promotions.request(current.actor(), id));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Parameters.wrong("zone", "is not a time zone such as America/Chicago");
        }
    }
}
