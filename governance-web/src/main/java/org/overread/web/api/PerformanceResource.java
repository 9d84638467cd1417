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
import org.overread.monitoring.evaluate.EvaluationJson;
import org.overread.monitoring.evaluate.ReliabilityJson;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.performance.ReliabilityCurves;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.security.CurrentActor;

/** How well a version does on what was sent of it: the same object as {@code ./overread evaluate} prints. */
@Chapter("Figures")
@Path("/models/{model}/versions/{version}/performance")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PerformanceResource {
    @Inject
    CurrentActor current;

    @Inject
    Performance performance;

    @Inject
    ReliabilityCurves curves;

    @GET
    @Operation(
            id = "getPerformance",
            says =
                    "Figures with intervals, overall and by subgroup, small groups hidden; what cannot be computed says why",
            needs = Permission.READ_PERFORMANCE)
    @Answer(says = "The figures", schema = "Performance")
    public Map<String, @Nullable Object> performance(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @Nullable String by,
            @QueryParam("pairs") boolean pairs,
            @QueryParam("threshold") @Nullable String threshold,
            @QueryParam("site") @Nullable String site,
            @QueryParam("reliability") boolean reliability) {
        var question = new PerformanceQuestion(
                Parameters.optionalInstant("from", from),
                Parameters.optionalInstant("to", to),
                Parameters.list(by),
                pairs,
                Parameters.optionalNumber("threshold", threshold),
                site);
        var answer = performance.answer(current.actor(), new ModelVersionId(model, version), question);
        var json = EvaluationJson.of(answer.evaluation());
        json.put("basis", answer.basis().sentence());
        if (reliability) {
            json.put(
                    "reliability",
                    ReliabilityJson.of(
                            curves.of(current.actor(), new ModelVersionId(model, version), question.window())));
        }
        return json;
    }
}
