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
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.evaluate.TrendJson;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.TrendPeriod;
import org.overread.monitoring.performance.TrendQuestion;
import org.overread.monitoring.performance.Trends;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.security.CurrentActor;

/** How a metric of a version went, period by period. */
@Chapter("Figures")
@Path("/models/{model}/versions/{version}/trend")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TrendResource {
    @Inject
    CurrentActor current;

    @Inject
    Trends trends;

    @GET
    @Operation(
            id = "getTrend",
            says =
                    "One metric period by period with interval and outcome completeness; a late outcome counts where its prediction does",
            needs = Permission.READ_PERFORMANCE)
    @Answer(says = "The points, without gaps", schema = "Trend")
    public Map<String, @Nullable Object> trend(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @QueryParam("metric") @Nullable String metric,
            @QueryParam("period") @Nullable String period,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @Nullable String by,
            @QueryParam("value") @Nullable String value,
            @QueryParam("threshold") @Nullable String threshold,
            @QueryParam("site") @Nullable String site) {
        var question = new TrendQuestion(
                metric == null ? Metric.AUROC : metric(metric),
                period == null ? TrendPeriod.MONTH : Parameters.oneOf("period", TrendPeriod.class, period),
                day("from", from),
                day("to", to),
                by,
                value,
                Parameters.optionalNumber("threshold", threshold),
                site);
        return TrendJson.of(trends.of(current.actor(), new ModelVersionId(model, version), question));
    }

    private static Metric metric(String key) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Parameters.wrong(
                        "metric",
                        "must be one of "
                                + Arrays.stream(Metric.values())
                                        .map(Metric::key)
                                        .toList()));
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        var instant = Parameters.optionalInstant(name, text);
        return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
