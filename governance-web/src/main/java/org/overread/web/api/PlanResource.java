package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.plan.Plans;
import org.overread.monitoring.plan.wire.PlanFile;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/** The monitoring plan of a version, as JSON or YAML. What is read can be changed and sent back as it is. */
@Chapter("Monitoring")
@Path("/models/{model}/versions/{version}/plan")
@RequestScoped
public class PlanResource {
    private static final String YAML = "application/yaml";

    @PathParam("model")
    String model = "";

    @PathParam("version")
    int version;

    @Inject
    CurrentActor current;

    @Inject
    Plans plans;

    /** A revision with who declared it and when. */
    public record Revision(int number, String by, Instant at, PlanDraft plan) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            id = "getPlan",
            says = "The monitoring plan in force; its number as ETag",
            needs = Permission.READ_PERFORMANCE,
            reach = Reach.MODEL)
    @Answer(says = "The plan", as = PlanDraft.class)
    public Response json() {
        var revision = inForce();
        return Response.ok(plans.written(revision.plan())).tag(tag(revision)).build();
    }

    @GET
    @Produces(YAML)
    @Operation(
            id = "getPlan",
            says = "The monitoring plan in force; its number as ETag",
            needs = Permission.READ_PERFORMANCE,
            reach = Reach.MODEL)
    @Answer(says = "The plan", as = PlanDraft.class)
    public Response yaml() {
        var revision = inForce();
        return Response.ok(PlanFile.write(plans.written(revision.plan())))
                .tag(tag(revision))
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            id = "declarePlan",
            says = "Declare the plan that is in force from now on; earlier revisions stay on record",
            needs = Permission.PLAN_MONITORING,
            reach = Reach.MODEL)
    @Answer(says = "The plan as it was kept", as = PlanDraft.class)
    public Response declare(PlanDraft draft) {
        var revision = plans.declare(current.actor(), id(), Parameters.given("plan", draft));
        return Response.ok(plans.written(revision.plan())).tag(tag(revision)).build();
    }

    @PUT
    @Consumes(YAML)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            id = "declarePlan",
            says = "Declare the plan that is in force from now on; earlier revisions stay on record",
            needs = Permission.PLAN_MONITORING,
            reach = Reach.MODEL,
            takes = "Plan")
    @Answer(says = "The plan as it was kept", as = PlanDraft.class)
    public Response declareFile(InputStream file) {
        return declare(PlanFile.read(file));
    }

    @GET
    @Path("/revisions")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            id = "listPlanRevisions",
            says = "Every revision of the plan, the newest first, with who declared it and when",
            needs = Permission.READ_PERFORMANCE,
            reach = Reach.MODEL)
    public List<Revision> revisions() {
        return plans.revisions(current.actor(), id()).stream()
                .map(each -> new Revision(each.number(), each.byName(), each.at(), plans.written(each.plan())))
                .toList();
    }

    @GET
    @Path("/proposal")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            id = "proposePlan",
            says = "A plan to begin with, from what the version declares and what its data hold; nothing is kept",
            needs = Permission.PLAN_MONITORING,
            reach = Reach.MODEL)
    public PlanDraft proposal() {
        return plans.proposed(current.actor(), id());
    }

    private PlanRevision inForce() {
        return plans.inForce(current.actor(), id())
                .orElseThrow(() -> new GovernanceException(
                        ErrorCode.NOT_FOUND,
                        "No monitoring plan of " + id() + " has been declared yet; …/plan/proposal proposes one"));
    }

    private ModelVersionId id() {
        return new ModelVersionId(model, version);
    }

    private static EntityTag tag(PlanRevision revision) {
        return new EntityTag(String.valueOf(revision.number()));
    }
}
