package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.estimate.Adherence;
import org.overread.monitoring.estimate.EstimateQuestion;
import org.overread.monitoring.estimate.Estimates;
import org.overread.monitoring.evaluate.ActedOnJson;
import org.overread.monitoring.evaluate.EstimatedJson;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.security.CurrentActor;

/** What performance to expect of a version while outcomes are late, beside how many are known. */
@Chapter("Figures")
@Path("/models/{model}/versions/{version}/estimate")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class EstimateResource {
    @Inject
    CurrentActor current;

    @Inject
    Estimates estimates;

    @Inject
    Adherence adherence;

    @GET
    @Operation(
            id = "getExpectedPerformance",
            says =
                    "What performance to expect while outcomes are late (CBPE), with how many are known and whether that hangs on being flagged; assumes no concept shift",
            needs = {Permission.READ_PERFORMANCE, Permission.READ_FEEDBACK})
    @Answer(says = "The figures, and what they were learned from", schema = "ExpectedPerformance")
    public Map<String, @Nullable Object> estimate(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("threshold") @Nullable String threshold,
            @QueryParam("site") @Nullable String site,
            @QueryParam("referenceFrom") @Nullable String referenceFrom,
            @QueryParam("referenceTo") @Nullable String referenceTo) {
        var question = new EstimateQuestion(
                Parameters.optionalInstant("from", from),
                Parameters.optionalInstant("to", to),
                Parameters.optionalNumber("threshold", threshold),
                site,
                day("referenceFrom", referenceFrom),
                day("referenceTo", referenceTo));
        var id = new ModelVersionId(model, version);
        var json = estimates
                .labelFree(current.actor(), id, question)
                .map(EstimateResource::json)
                .orElseGet(LinkedHashMap::new);
        json.put("adherenceAdjusted", ActedOnJson.of(adherence.of(current.actor(), id, question)));
        return json;
    }

    private static Map<String, @Nullable Object> json(Estimates.Answer answer) {
        var json = EstimatedJson.of(answer.estimated());
        json.put("referenceFrom", answer.reference().from().toString());
        json.put("referenceTo", answer.reference().to().toString());
        json.put("referenceLastDay", answer.reference().to().minusDays(1).toString());
        return json;
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        var instant = Parameters.optionalInstant(name, text);
        return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
