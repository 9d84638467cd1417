package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.Pause;
import org.overread.monitoring.check.Pauses;
import org.overread.monitoring.plan.PeriodicReview;
import org.overread.monitoring.plan.PeriodicReviews;
import org.overread.monitoring.run.RunDesk;
import org.overread.monitoring.run.RunEntry;
import org.overread.monitoring.schedule.FinishedRun;
import org.overread.monitoring.schedule.MonitoringOverview;
import org.overread.monitoring.schedule.MonitoringStatus;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.api.contract.Says;
import org.overread.web.schedule.StartedRuns;
import org.overread.web.security.CurrentActor;

/** How versions are, from what the last runs found; a run on demand, pauses of checks, and regular reviews. */
@Chapter("Monitoring")
@Path("/monitoring")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MonitoringResource {
    @Inject
    CurrentActor current;

    @Inject
    MonitoringOverview overview;

    @Inject
    RunDesk desk;

    @Inject
    StartedRuns started;

    @Inject
    Pauses pauses;

    @Inject
    PeriodicReviews reviews;

    /**
     * Which check is to be paused.
     *
     * @param check its key, as a status names it
     * @param until the last day, UTC
     */
    public record PauseWords(
            @Nullable String check,
            @Nullable String reason,
            @Nullable LocalDate until,
            @Nullable Boolean noIdentifiersConfirmed) {}

    /** A pause as it stands; one that has ended lets the check count again. */
    public record Paused(String check, String reason, String by, Instant at, Instant until) {
        static Paused of(Pause pause) {
            return new Paused(pause.check(), pause.reason(), pause.byName(), pause.at(), pause.until());
        }
    }

    /** What a review found. */
    public record ReviewWords(
            @Nullable String note, @Nullable Boolean noIdentifiersConfirmed) {}

    /** A review that was done. */
    public record Reviewed(String note, String by, Instant at) {
        static Reviewed of(PeriodicReview review) {
            return new Reviewed(review.note(), review.byName(), review.at());
        }
    }

    /** A version in one state and one sentence; the checks only when one version is asked for. */
    public record Status(
            String model,
            int version,
            String state,
            String sentence,
            @Nullable Instant checkedAt,
            @Nullable List<Check> checks) {
        static Status of(MonitoringStatus status, @Nullable List<Check> checks) {
            return new Status(
                    status.version().model(),
                    status.version().version(),
                    status.worry().name(),
                    status.sentence(),
                    status.checkedAt(),
                    checks);
        }
    }

    @GET
    @Operation(
            id = "listMonitoring",
            says = "How every version is, in one state and one sentence, the most worrying first",
            needs = Permission.READ_PERFORMANCE,
            reach = Reach.SOMEWHERE)
    public List<Status> all() {
        return overview.all(current.actor()).stream()
                .map(status -> Status.of(status, null))
                .toList();
    }

    @GET
    @Path("/{model}/{version}")
    @Operation(
            id = "getMonitoring",
            says = "How a version is, with every check of its last run",
            needs = Permission.READ_PERFORMANCE,
            reach = Reach.MODEL)
    public Status status(@PathParam("model") String model, @PathParam("version") int version) {
        var id = new ModelVersionId(model, version);
        return Status.of(
                overview.of(current.actor(), id),
                overview.latest(current.actor(), id).map(FinishedRun::checks).orElse(List.of()));
    }

    /** Pauses a check until the end of a day; it raises nothing meanwhile. */
    @POST
    @Path("/{model}/{version}/pauses")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            id = "pauseCheck",
            says = "Pause a check until the end of a day; it raises nothing meanwhile",
            needs = Permission.PLAN_MONITORING,
            reach = Reach.MODEL)
    public Paused pause(@PathParam("model") String model, @PathParam("version") int version, PauseWords words) {
        return Paused.of(pauses.pause(
                current.actor(),
                new ModelVersionId(model, version),
                Parameters.given("check", words.check()),
                Shapes.written(Parameters.given("reason", words.reason()), words.noIdentifiersConfirmed()),
                Parameters.given("until", words.until())));
    }

    /** Lets a paused check count again. */
    @DELETE
    @Path("/{model}/{version}/pauses")
    @Operation(
            id = "resumeCheck",
            says = "Let a paused check count again",
            needs = Permission.PLAN_MONITORING,
            reach = Reach.MODEL)
    public Paused resume(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @QueryParam("check") @Says(required = true) @Nullable String check) {
        return Paused.of(
                pauses.resume(current.actor(), new ModelVersionId(model, version), Parameters.given("check", check)));
    }

    /** The regular reviews that were done, the newest first. */
    @GET
    @Path("/{model}/{version}/reviews")
    @Operation(
            id = "listReviews",
            says = "The regular reviews that were done, the newest first",
            needs = Permission.READ_PERFORMANCE,
            reach = Reach.MODEL)
    public List<Reviewed> reviews(@PathParam("model") String model, @PathParam("version") int version) {
        return reviews.of(current.actor(), new ModelVersionId(model, version)).stream()
                .map(Reviewed::of)
                .toList();
    }

    /** Records that the version has been looked at as a whole. */
    @POST
    @Path("/{model}/{version}/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            id = "recordReview",
            says = "Record that the version has been looked at as a whole",
            needs = Permission.ANSWER_ALERTS,
            reach = Reach.MODEL)
    public Reviewed review(@PathParam("model") String model, @PathParam("version") int version, ReviewWords words) {
        return Reviewed.of(reviews.done(
                current.actor(),
                new ModelVersionId(model, version),
                Shapes.written(Parameters.given("note", words.note()), words.noIdentifiersConfirmed())));
    }

    /** Starts a run and does not wait for it. */
    @POST
    @Path("/{model}/{version}/runs")
    @Operation(
            id = "startRun",
            says =
                    "Start a run of the version's checks, as its plan says, and do not wait for it; again without news raises nothing again",
            needs = Permission.ANSWER_ALERTS,
            reach = Reach.MODEL,
            conflicts = true)
    @Answer(status = 202, says = "The run as it stands; Location leads to it", as = RunEntry.class)
    public Response run(@PathParam("model") String model, @PathParam("version") int version) {
        var id = new ModelVersionId(model, version);
        var attempt = started.start(current.actor(), id);
        return Response.accepted(desk.begun(attempt))
                .location(URI.create("monitoring/%s/%d/runs/%s".formatted(model, version, attempt.id())))
                .build();
    }

    @GET
    @Path("/{model}/{version}/runs")
    @Operation(
            id = "listRuns",
            says = "The last runs with who started them, how long they took, how many checks stood how, and failures",
            needs = Permission.READ_PERFORMANCE,
            reach = Reach.MODEL)
    public List<RunEntry> runs(@PathParam("model") String model, @PathParam("version") int version) {
        return desk.log(current.actor(), new ModelVersionId(model, version));
    }

    @GET
    @Path("/{model}/{version}/runs/{id}")
    @Operation(
            id = "getRun",
            says = "One run, with how many sources of checks have answered while it is under way",
            needs = Permission.READ_PERFORMANCE,
            reach = Reach.MODEL)
    public RunEntry run(
            @PathParam("model") String model, @PathParam("version") int version, @PathParam("id") String id) {
        return desk.entry(current.actor(), new ModelVersionId(model, version), Parameters.id(id));
    }
}
