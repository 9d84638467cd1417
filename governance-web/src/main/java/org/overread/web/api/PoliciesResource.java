package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.promotion.Policies;
import org.overread.registry.review.RequiredReview;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/** Published policies. Publishing is the chair's, in person, and final. */
@Chapter("Promotions")
@Path("/policies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PoliciesResource {
    @Inject
    CurrentActor current;

    @Inject
    Policies policies;

    /** A policy to publish. What is left out is empty: from the stage before, for every model. */
    public record NewPolicy(
            @Nullable String name,
            @Nullable Set<Stage> opens,
            @Nullable Set<Stage> from,
            @Nullable String model,
            @Nullable List<Criterion> criteria,
            @Nullable List<RequiredReview> reviews) {
        PolicyDraft draft() {
            return new PolicyDraft(
                    name == null ? "" : name,
                    opens == null ? Set.of() : opens,
                    from == null ? Set.of() : from,
                    model,
                    criteria == null ? List.of() : criteria,
                    reviews == null ? List.of() : reviews);
        }
    }

    @GET
    @Operation(
            id = "listPolicies",
            says = "Published policies",
            needs = Permission.READ_PROMOTIONS,
            reach = Reach.SOMEWHERE)
    public List<Policy> policies() {
        return policies.list(current.actor());
    }

    @POST
    @Operation(
            id = "publishPolicy",
            says = "Publish a policy, for good; the chair's, in person",
            needs = Permission.PUBLISH_POLICIES,
            inPerson = true)
    @Answer(status = 201, says = "Published", as = Policy.class)
    public Response publish(NewPolicy draft) {
        var policy = policies.publish(current.actor(), draft.draft());
        return Response.created(URI.create("policies/" + policy.id()))
                .entity(policy)
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(id = "getPolicy", says = "One policy", needs = Permission.READ_PROMOTIONS)
    public Policy policy(@PathParam("id") String id) {
        return policies.get(current.actor(), Parameters.id(id));
    }
}
