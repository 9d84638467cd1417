package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.schedule.FinishedRun;
import org.overread.monitoring.schedule.MonitoringOverview;
import org.overread.monitoring.schedule.MonitoringRuns;
import org.overread.monitoring.schedule.MonitoringStatus;
import org.overread.monitoring.schedule.RunProgress;
import org.overread.registry.ModelVersionId;
import org.overread.web.security.CurrentActor;

/** How versions are, from what the last runs found; and a run on demand. */
@Path("/monitoring")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MonitoringResource {
    @Inject
    CurrentActor current;

    @Inject
    MonitoringOverview overview;

    @Inject
    MonitoringRuns runs;

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
    public List<Status> all() {
        return overview.all(current.actor()).stream()
                .map(status -> Status.of(status, null))
                .toList();
    }

    @GET
    @Path("/{model}/{version}")
    public Status status(@PathParam("model") String model, @PathParam("version") int version) {
        var id = new ModelVersionId(model, version);
        return Status.of(
                overview.of(current.actor(), id),
                overview.latest(current.actor(), id).map(FinishedRun::checks).orElse(List.of()));
    }

    @POST
    @Path("/{model}/{version}/runs")
    public FinishedRun run(@PathParam("model") String model, @PathParam("version") int version) {
        return runs.run(current.actor(), new ModelVersionId(model, version), RunProgress.SILENT);
    }
}
