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
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.CardDraft;
import org.overread.monitoring.feedback.Cards;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackAnswer;
import org.overread.monitoring.feedback.FeedbackDraft;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.FeedbackState;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.Indicator;
import org.overread.monitoring.feedback.MyFeedback;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.feedback.WithdrawalAnswer;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.PersonId;
import org.overread.registry.identity.SignIn;
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

    /** A card that was shown; {@code shownTo} is a log-in, left out when it was for everybody there. */
    public record NewCard(
            @Nullable UUID id,
            @Nullable String model,
            @Nullable Integer version,
            @Nullable String predictionId,
            @Nullable String site,
            @Nullable String department,
            @Nullable String shownTo,
            @Nullable Instant shownAt,
            @Nullable Indicator indicator) {
        CardDraft draft(SignIn signIn) {
            return new CardDraft(
                    id,
                    model == null || version == null ? null : new ModelVersionId(model, version),
                    predictionId,
                    site,
                    department,
                    shownTo == null ? null : person(signIn, shownTo),
                    shownAt,
                    indicator);
        }

        private static PersonId person(SignIn signIn, String login) {
            return signIn.actor(login)
                    .orElseThrow(() -> new GovernanceException(
                            ErrorCode.INVALID,
                            "This card cannot be registered.",
                            List.of(new FieldProblem("shownTo", "is the log-in of nobody here"))))
                    .personId();
        }
    }

    /** Feedback to record; see {@link FeedbackDraft}. */
    public record NewFeedback(
            @Nullable UUID id,
            @Nullable UUID card,
            @Nullable FeedbackKind kind,
            @Nullable OverrideReason reason,
            @Nullable String actionInstead,
            @Nullable String comment,
            @Nullable Boolean noIdentifiersConfirmed,
            @Nullable Instant at) {
        FeedbackDraft draft() {
            return new FeedbackDraft(
                    id, card, kind, reason, actionInstead, comment, Boolean.TRUE.equals(noIdentifiersConfirmed), at);
        }
    }

    /** What is kept; {@code quarantined} while its card is not known, so that it counts nowhere yet. */
    public record Kept(UUID id, UUID card, FeedbackKind kind, Instant at, Instant receivedAt, boolean quarantined) {
        static Kept of(FeedbackAnswer.Recorded recorded) {
            var given = recorded.feedback();
            return new Kept(
                    given.id(), given.card(), given.kind(), given.at(), given.receivedAt(), recorded.quarantined());
        }
    }

    /** One's own feedback, how far it has come, and what was answered. */
    public record Mine(
            UUID id,
            UUID card,
            @Nullable String model,
            @Nullable Integer version,
            FeedbackKind kind,
            @Nullable OverrideReason reason,
            @Nullable String actionInstead,
            @Nullable String comment,
            Instant at,
            FeedbackState state,
            List<String> replies) {
        static Mine of(MyFeedback mine) {
            GivenFeedback given = mine.feedback();
            var card = mine.card();
            return new Mine(
                    given.id(),
                    given.card(),
                    card == null ? null : card.version().model(),
                    card == null ? null : card.version().version(),
                    given.kind(),
                    given.reason(),
                    given.actionInstead(),
                    given.comment(),
                    given.at(),
                    mine.state(),
                    mine.replies());
        }
    }

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
            says = "One's own feedback with its state and the answers",
            needs = {},
            reach = Reach.SOMEWHERE,
            inPerson = true)
    public List<Mine> mine() {
        return feedback.mine(current.person()).stream().map(Mine::of).toList();
    }

    @POST
    @Path("/feedback/{id}/withdrawal")
    @Operation(
            id = "withdrawFeedback",
            says = "Take one's own feedback back; what was signed before still rests on it",
            needs = {},
            reach = Reach.SOMEWHERE)
    @Answer(says = "Withdrawn", as = WithdrawalAnswer.Withdrawn.class)
    public Response withdraw(@PathParam("id") String id) {
        return switch (feedback.withdraw(current.actor(), Parameters.id(id))) {
            case WithdrawalAnswer.Withdrawn withdrawn -> Response.ok(withdrawn).build();
            case WithdrawalAnswer.Refused refused ->
                Problem.of(ErrorCode.NOT_FOUND, refused.reason(), List.of()).response();
        };
    }
}
