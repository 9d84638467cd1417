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
import org.overread.monitoring.comparison.Comparisons;
import org.overread.monitoring.evaluate.ComparisonJson;
import org.overread.monitoring.performance.Window;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Says;
import org.overread.web.security.CurrentActor;

/** A version beside another one of its model, on the cases that both scored. */
@Chapter("Figures")
@Path("/models/{model}/versions/{version}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ComparisonResource {
    @Inject
    CurrentActor current;

    @Inject
    Comparisons comparisons;

    @GET
    @Operation(
            id = "compareVersions",
            says =
                    "The version beside another one of its model on the cases that both scored, with paired differences and a conclusion",
            needs = Permission.READ_PERFORMANCE)
    @Answer(says = "The conclusion, and each figure of both", schema = "Comparison")
    public Map<String, @Nullable Object> comparison(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @QueryParam("with") @Says(required = true) @Nullable Integer with,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("site") @Nullable String site) {
        int other = Parameters.given("with", with);
        var id = new ModelVersionId(model, version);
        var window = new Window(Parameters.optionalInstant("from", from), Parameters.optionalInstant("to", to), site);
        return ComparisonJson.of(id, other, comparisons.of(current.actor(), id, other, window));
    }
}
