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
import org.overread.web.security.CurrentActor;

/** Outputs that were shown, and what clinicians said of them. Everything is idempotent by the sender's own id. */
@Chapter("Feedback")
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class FeedbackResource {
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
    @Operation(id = "registerCard", says = "Register an output that was shown; again with the same id is harmless", needs = Permission.REGISTER_CARDS, conflicts = true)
    @Answer(status = 201, says = "The card", as = Card.class)
    public Response register(NewCard card) {
        return Response.status(Response.Status.CREATED)
                .entity(cards.register(current.actor(), card.draft(signIn)))
                .build();
    }

    @POST
    @Path("/feedback")
    @Operation(id = "giveFeedback", says = "Record an acceptance, an override or a safety concern; again with the same id is harmless", needs = Permission.GIVE_FEEDBACK)
    @Answer(status = 201, says = "Kept; quarantined while its card is not known", as = Kept.class)
    public Response record(NewFeedback given) {
        return switch (feedback.record(current.actor(), given.draft())) {
            case FeedbackAnswer.Recorded recorded ->
                Response.status(Response.Status.CREATED)
                        .entity(Kept.of(recorded))
                        .build();
            case FeedbackAnswer.Refused refused ->
                Problem.of(ErrorCode.INVALID, "This feedback cannot be kept as it is.", refused.problems())
                        .response();
        };
    }

    @GET
    @Path("/feedback")
    @Operation(id = "listMyFeedback", says = "One's own feedback with its state and the answers", needs = {}, reach = Reach.SOMEWHERE, inPerson = true)
    public List<Mine> mine() {
        return feedback.mine(current.person()).stream().map(Mine::of).toList();
    }

    @POST
    @Path("/feedback/{id}/withdrawal")
    @Operation(id = "withdrawFeedback", says = "Take one's own feedback back; what was signed before still rests on it", needs = {}, reach = Reach.SOMEWHERE)
    @Answer(says = "Withdrawn", as = WithdrawalAnswer.Withdrawn.class)
    public Response withdraw(@PathParam("id") String id) {
        return switch (feedback.withdraw(current.actor(), Parameters.id(id))) {
            case WithdrawalAnswer.Withdrawn withdrawn -> Response.ok(withdrawn).build();
            case WithdrawalAnswer.Refused refused ->
                Problem.of(ErrorCode.NOT_FOUND, refused.reason(), List.of()).response();
        };
    }
}
