package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.chart.ControlCharts;
import org.overread.monitoring.chart.OutcomeCharts;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.security.CurrentActor;

/** How often clinicians override and accept a version's outputs, period by period against what was usual. */
@Chapter("Figures")
@Path("/models/{model}/versions/{version}/charts")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ChartsResource {
    @Inject
    CurrentActor current;

    @Inject
    ControlCharts charts;

    @Inject
    OutcomeCharts outcomes;

    @GET
    @Operation(
            id = "getFeedbackCharts",
            says =
                    "Control charts of the rates at which clinicians override and accept, by week or, where a week holds too few, in longer periods",
            needs = Permission.READ_FEEDBACK)
    public ControlCharts.Charts charts(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @QueryParam("site") @Nullable String site) {
        return charts.of(current.actor(), new ModelVersionId(model, version), site);
    }

    /** How often it flags, and what comes of what its scores promise, period by period against what was usual. */
    @GET
    @Path("outcomes")
    @Operation(
            id = "getOutcomeCharts",
            says =
                    "Control charts of how often the version flags, and of events beside what its scores promise (risk-adjusted)",
            needs = Permission.READ_PERFORMANCE)
    public OutcomeCharts.Charts outcomes(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @QueryParam("site") @Nullable String site) {
        return outcomes.of(current.actor(), new ModelVersionId(model, version), site);
    }
}
