package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.Cards;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackAnswer;
import org.overread.monitoring.feedback.WithdrawalAnswer;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.identity.SignIn;
import org.overread.web.api.FeedbackShapes.Kept;
import org.overread.web.api.FeedbackShapes.Mine;
import org.overread.web.api.FeedbackShapes.NewCard;
import org.overread.web.api.FeedbackShapes.NewFeedback;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.api.contract.RowsOf;
import org.overread.web.security.CurrentActor;

/** Outputs that were shown, and what clinicians said of them. Everything is idempotent by the sender's own id. */
@Chapter("Feedback")
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class FeedbackResource {
    private static final String MANY =
            "Many are sent as a JSON list or as an object a line; those that are good are kept, the others listed";

    @Inject
    CurrentActor current;

    @Inject
    Cards cards;

    @Inject
    Feedback feedback;

    @Inject
    SignIn signIn;

    @POST
    @Path("/cards")
    @Operation(
            id = "registerCards",
            says = "Register outputs that were shown, one or many; again with the same id is harmless",
            more = MANY,
            needs = Permission.REGISTER_CARDS,
            conflicts = true)
    @Answer(status = 201, says = "The card, where one was sent", as = Card.class)
    @Answer(says = "What became of each, where many were sent", as = Rows.BatchReceipt.class)
    public Response register(@RowsOf(NewCard.class) InputStream body) throws IOException {
        var sent = new BufferedInputStream(body);
        if (Rows.many(sent)) {
            return Response.ok(cards().ofList(sent)).build();
        }
        return Response.status(Response.Status.CREATED)
                .entity(register(Json.read(sent, NewCard.class)).card())
                .build();
    }

    @POST
    @Path("/cards")
    @Consumes({"application/x-ndjson", "application/ndjson"})
    @Operation(
            id = "registerCards",
            says = "Register outputs that were shown, one or many; again with the same id is harmless",
            needs = Permission.REGISTER_CARDS)
    public Rows.BatchReceipt registerLines(@RowsOf(NewCard.class) InputStream lines) throws IOException {
        return cards().ofLines(lines);
    }

    private Rows<NewCard> cards() {
        return new Rows<>(NewCard.class, "card", card -> fate(register(card).known()));
    }

    private Cards.Registered register(NewCard card) {
        return cards.register(current.actor(), card.draft(signIn));
    }

    @POST
    @Path("/feedback")
    @Operation(
            id = "giveFeedback",
            says = "Record acceptances, overrides and safety concerns, one or many; again with the same id is harmless",
            more = MANY,
            needs = Permission.GIVE_FEEDBACK)
    @Answer(status = 201, says = "Kept, where one was sent; quarantined while its card is not known", as = Kept.class)
    @Answer(says = "What became of each, where many were sent", as = Rows.BatchReceipt.class)
    public Response record(@RowsOf(NewFeedback.class) InputStream body) throws IOException {
        var sent = new BufferedInputStream(body);
        if (Rows.many(sent)) {
            return Response.ok(given().ofList(sent)).build();
        }
        return Response.status(Response.Status.CREATED)
                .entity(Kept.of(record(Json.read(sent, NewFeedback.class))))
                .build();
    }

    @POST
    @Path("/feedback")
    @Consumes({"application/x-ndjson", "application/ndjson"})
    @Operation(
            id = "giveFeedback",
            says = "Record acceptances, overrides and safety concerns, one or many; again with the same id is harmless",
            needs = Permission.GIVE_FEEDBACK)
    public Rows.BatchReceipt recordLines(@RowsOf(NewFeedback.class) InputStream lines) throws IOException {
        return given().ofLines(lines);
    }

    private Rows<NewFeedback> given() {
        return new Rows<>(
                NewFeedback.class, "feedback", each -> fate(record(each).known()));
    }

    private FeedbackAnswer.Recorded record(NewFeedback given) {
        return switch (feedback.record(current.actor(), given.draft())) {
            case FeedbackAnswer.Recorded recorded -> recorded;
            case FeedbackAnswer.Refused refused ->
                throw new GovernanceException(
                        ErrorCode.INVALID, "This feedback cannot be kept as it is.", refused.problems());
        };
    }

    private static Rows.Fate fate(boolean known) {
        return known ? Rows.Fate.KNOWN : Rows.Fate.STORED;
    }

    @GET
    @Path("/feedback")
    @Operation(
            id = "listMyFeedback",
            says = "One's own feedback with its state and the answers, the newest first",
            needs = {},
            reach = Reach.OWN,
            inPerson = true)
    public List<Mine> mine(@QueryParam("limit") @DefaultValue("200") int limit) {
        return feedback.mine(current.person(), limit).stream().map(Mine::of).toList();
    }

    @POST
    @Path("/feedback/{id}/withdrawal")
    @Operation(
            id = "withdrawFeedback",
            says = "Take one's own feedback back; what was signed before still rests on it",
            needs = {},
            reach = Reach.OWN)
    @Answer(says = "Withdrawn", as = WithdrawalAnswer.Withdrawn.class)
    public Response withdraw(@PathParam("id") String id) {
        return switch (feedback.withdraw(current.actor(), Parameters.id(id))) {
            case WithdrawalAnswer.Withdrawn withdrawn -> Response.ok(withdrawn).build();
            case WithdrawalAnswer.Refused refused ->
                Problem.of(ErrorCode.NOT_FOUND, refused.reason(), List.of()).response();
        };
    }
}
