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
import org.overread.registry.Permission;
import org.overread.registry.promotion.Policies;
import org.overread.registry.promotion.PolicyStep;
import org.overread.registry.promotion.Publishing;
import org.overread.registry.review.Rule;
import org.overread.web.api.PolicyShapes.NewPolicy;
import org.overread.web.api.PolicyShapes.NewWord;
import org.overread.web.api.PolicyShapes.OnRecord;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/** Policies. Publishing, confirming and retiring are done in person, with the password in the same call. */
@Chapter("Promotions")
@Path("/policies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PoliciesResource {
    private static final Set<Rule> ABOUT_THE_PERSON = Set.of(Rule.WRONG_PASSWORD, Rule.OWN_POLICY);

    @Inject
    CurrentActor current;

    @Inject
    Policies policies;

    @Inject
    Publishing publishing;

    @GET
    @Operation(
            id = "listPolicies",
            says = "Published policies and how they stand, the newest first",
            needs = Permission.READ_PROMOTIONS,
            reach = Reach.SOMEWHERE)
    public List<OnRecord> policies() {
        var book = policies.book(current.actor());
        return book.files().stream()
                .map(file -> OnRecord.of(file, book.state(file)))
                .toList();
    }

    @POST
    @Operation(
            id = "publishPolicy",
            says = "Publish a policy, with the password in the same call",
            more =
                    "It is in force from its day. One that asks less than what it takes the place of is PROPOSED and waits"
                            + " until a second person confirms it; laxer says in which ways.",
            needs = Permission.PUBLISH_POLICIES,
            reach = Reach.MODEL,
            inPerson = true)
    @Answer(status = 201, says = "On record", as = OnRecord.class)
    public Response publish(NewPolicy draft) {
        return answer(
                publishing.publish(
                        current.person(),
                        draft.draft(),
                        draft.why(),
                        Parameters.optionalInstant("inForceFrom", draft.inForceFrom()),
                        Parameters.given("password", draft.password())),
                201);
    }

    @GET
    @Path("/{id}")
    @Operation(
            id = "getPolicy",
            says = "One policy and how it stands",
            needs = Permission.READ_PROMOTIONS,
            reach = Reach.PART)
    public OnRecord policy(@PathParam("id") String id) {
        var file = policies.file(current.actor(), Parameters.id(id));
        return OnRecord.of(file, policies.book(current.actor()).state(file));
    }

    @POST
    @Path("/{id}/confirmation")
    @Operation(
            id = "confirmPolicy",
            says = "Confirm somebody else's policy that asks less than before, with the password",
            needs = Permission.PUBLISH_POLICIES,
            reach = Reach.MODEL,
            inPerson = true,
            conflicts = true)
    @Answer(says = "The policy as it stands now", as = OnRecord.class)
    public Response confirm(@PathParam("id") String id, NewWord word) {
        return answer(publishing.confirm(current.person(), Parameters.id(id), word.words(), password(word)), 200);
    }

    @POST
    @Path("/{id}/refusal")
    @Operation(
            id = "declinePolicy",
            says = "Decline a policy that waits for a second person; it needs a reason",
            needs = Permission.PUBLISH_POLICIES,
            reach = Reach.MODEL,
            inPerson = true,
            conflicts = true)
    @Answer(says = "The policy as it stands now", as = OnRecord.class)
    public Response decline(@PathParam("id") String id, NewWord word) {
        return answer(publishing.decline(current.person(), Parameters.id(id), word.words(), password(word)), 200);
    }

    @POST
    @Path("/{id}/retirement")
    @Operation(
            id = "retirePolicy",
            says = "Retire a policy in force: the stages it opens are closed; it needs a reason",
            needs = Permission.PUBLISH_POLICIES,
            reach = Reach.MODEL,
            inPerson = true,
            conflicts = true)
    @Answer(says = "The policy as it stands now", as = OnRecord.class)
    public Response retire(@PathParam("id") String id, NewWord word) {
        return answer(publishing.retire(current.person(), Parameters.id(id), word.words(), password(word)), 200);
    }

    private static String password(NewWord word) {
        return Parameters.given("password", word.password());
    }

    private static Response answer(PolicyStep step, int status) {
        return switch (step) {
            case PolicyStep.Taken(var file, var state) ->
                Response.status(status)
                        .location(URI.create("policies/" + file.policy().id()))
                        .entity(OnRecord.of(file, state))
                        .build();
            case PolicyStep.Refused(var rule, var reason) ->
                Problem.refusal(rule.name(), ABOUT_THE_PERSON.contains(rule) ? 403 : 409, reason)
                        .response();
        };
    }
}
