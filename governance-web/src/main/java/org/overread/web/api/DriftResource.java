package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftQuestion;
import org.overread.monitoring.evaluate.DriftJson;
import org.overread.monitoring.plan.PlannedDrift;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.security.CurrentActor;

/** How far what a version sees and says has moved from its reference window. */
@Chapter("Figures")
@Path("/models/{model}/versions/{version}/drift")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DriftResource {
    @Inject
    CurrentActor current;

    @Inject
    PlannedDrift drift;

    @GET
    @Operation(
            id = "getDrift",
            says =
                    "How far features, score and outcome have moved from the reference window, and for how many months they have held",
            needs = Permission.READ_PERFORMANCE)
    @Answer(says = "The drift of each column, and the windows", schema = "Drift")
    public Map<String, @Nullable Object> drift(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @QueryParam("referenceFrom") @Nullable String referenceFrom,
            @QueryParam("referenceTo") @Nullable String referenceTo,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("site") @Nullable String site) {
        var question = new DriftQuestion(
                Parameters.optionalInstant("referenceFrom", referenceFrom),
                Parameters.optionalInstant("referenceTo", referenceTo),
                Parameters.optionalInstant("from", from),
                Parameters.optionalInstant("to", to),
                site);
        return DriftJson.of(drift.of(current.actor(), new ModelVersionId(model, version), question));
    }
}
