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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.AnswerDraft;
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingAnswer;
import org.overread.monitoring.feedback.FindingPosition;
import org.overread.monitoring.feedback.FindingState;
import org.overread.monitoring.feedback.Findings;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.feedback.Reply;
import org.overread.monitoring.feedback.SevereFeedback;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/** What clinicians call harmful or wrong of a version, and people's answers. A machine may read them, and answers none. */
@Chapter("Feedback")
@Path("/models/{model}/versions/{version}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class FindingsResource {
    private static final String WAITED = "w-";
    private static final String SETTLED = "s-";
    private static final String POSITION = "[ws]-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Inject
    CurrentActor current;

    @Inject
    Findings findings;

    /**
     * An answer to give; without a disposition it is a reply, and the finding waits on.
     *
     * @param correctedIn the number of the version that corrects the fault, with CORRECTED_IN_VERSION only
     */
    public record NewAnswer(
            @Nullable Disposition disposition,
            @Nullable Integer correctedIn,
            @Nullable String sentence,
            @Nullable Boolean noIdentifiersConfirmed) {}

    /**
     * A finding with all that was answered; {@code blocks} whether it stands in the way of the version's promotion, and
     * {@code position} after which the next ones are asked for.
     */
    public record FindingShape(
            UUID id,
            @Nullable UUID card,
            FeedbackKind kind,
            @Nullable OverrideReason reason,
            @Nullable String comment,
            @Nullable String site,
            Instant at,
            Instant receivedAt,
            FindingState state,
            boolean blocks,
            String position,
            List<AnswerShape> answers) {
        static FindingShape of(Finding finding) {
            var given = finding.feedback();
            return new FindingShape(
                    given.id(),
                    given.card(),
                    given.kind(),
                    given.reason(),
                    given.comment(),
                    finding.place().site(),
                    given.at(),
                    given.receivedAt(),
                    finding.state(),
                    finding.blocks(null),
                    (finding.position().waited() ? WAITED : SETTLED) + given.id(),
                    finding.replies().stream().map(AnswerShape::of).toList());
        }
    }

    /** An answer that was given. */
    public record AnswerShape(
            UUID id,
            @Nullable Disposition disposition,
            @Nullable Integer correctedIn,
            String sentence,
            String by,
            Instant at) {
        static AnswerShape of(Reply reply) {
            return new AnswerShape(
                    reply.id(), reply.disposition(), reply.correctedIn(), reply.sentence(), reply.byName(), reply.at());
        }
    }

    @GET
    @Path("/findings")
    @Operation(
            id = "listFindings",
            says = "What clinicians call harmful or wrong of the version, what waits for an answer first",
            more = "At most 1,000 at a time. The next ones are asked for after the position of the last",
            needs = Permission.READ_FEEDBACK,
            reach = Reach.PART)
    public List<FindingShape> findings(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        GovernanceException.refuse(
                "These findings cannot be given.",
                new FieldProblems()
                        .when(
                                limit < 1 || limit > SevereFeedback.MOST,
                                "limit",
                                "must be from 1 to " + SevereFeedback.MOST)
                        .when(
                                after != null && !after.matches(POSITION),
                                "after",
                                "must be the position of a finding, as it was given with the page before")
                        .list());
        return findings.page(current.actor(), new ModelVersionId(model, version), position(after), limit).stream()
                .map(FindingShape::of)
                .toList();
    }

    private static @Nullable FindingPosition position(@Nullable String text) {
        return text == null
                ? null
                : new FindingPosition(text.startsWith(WAITED), UUID.fromString(text.substring(WAITED.length())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/findings/{id}/answers")
    @Operation(
            id = "answerFinding",
            says = "Answer a finding; deciding what came of it asks for other eyes than giver's and requester's",
            more =
                    "The first four dispositions clear it. CORRECTED_IN_VERSION ends the waiting, and this version stays held"
                            + " back. With NEEDS_CHANGE, UNDER_INVESTIGATION or none it waits on",
            needs = {Permission.READ_FEEDBACK, Permission.ANSWER_FINDINGS},
            inPerson = true,
            conflicts = true)
    @Answer(status = 201, says = "The answer; its giver finds it among their feedback", as = AnswerShape.class)
    public Response answer(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @PathParam("id") String id,
            NewAnswer answer) {
        var person = current.person();
        var finding = Parameters.id(id);
        findings.finding(person, new ModelVersionId(model, version), finding);
        var draft = new AnswerDraft(
                answer.disposition(),
                answer.correctedIn(),
                answer.sentence(),
                Boolean.TRUE.equals(answer.noIdentifiersConfirmed()));
        return switch (findings.answer(person, finding, draft)) {
            case FindingAnswer.Given given ->
                Response.status(Response.Status.CREATED)
                        .entity(AnswerShape.of(given.reply()))
                        .build();
            case FindingAnswer.Refused refused ->
                Problem.refusal(refused.rule().name(), 403, refused.reason()).response();
        };
    }
}
