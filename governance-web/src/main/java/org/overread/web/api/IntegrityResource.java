package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.overread.monitoring.integrity.FeedDay;
import org.overread.monitoring.integrity.Integrity;
import org.overread.monitoring.integrity.ReceivedBatch;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/** Whether what is sent for a version is whole and as declared. */
@Chapter("Intake")
@Path("/models/{model}/versions/{version}/integrity")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class IntegrityResource {
    @Inject
    CurrentActor current;

    @Inject
    Integrity integrity;

    /**
     * What is known of the feed.
     *
     * @param batches the latest receipts with their findings, the newest first
     * @param days what came on each UTC day of the last four weeks up to the newest prediction
     */
    public record Answer(List<ReceivedBatch> batches, List<FeedDay> days) {}

    @GET
    @Operation(
            id = "getFeed",
            says =
                    "Whether what is sent is whole and as declared: the latest receipts with findings, and volume, missing features and latency by day",
            needs = Permission.READ_PERFORMANCE,
            reach = Reach.MODEL)
    public Answer integrity(@PathParam("model") String model, @PathParam("version") int version) {
        var id = new ModelVersionId(model, version);
        return new Answer(integrity.batches(current.actor(), id), integrity.days(current.actor(), id));
    }
}
