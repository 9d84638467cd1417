package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.overread.monitoring.integrity.IntegrityFinding;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBody;
import org.overread.monitoring.prediction.IntakeProgress;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.OutcomeIntake;
import org.overread.monitoring.prediction.PredictionIntake;
import org.overread.monitoring.prediction.Receipt;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/** Bulk predictions and outcomes, as NDJSON or CSV, compressed by gzip or not, streamed whatever their size. */
@Chapter("Intake")
@Path("/models/{model}/versions/{version}")
@Consumes({"application/x-ndjson", "application/ndjson", "text/csv"})
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class IngestResource {
    @Inject
    CurrentActor current;

    @Inject
    PredictionIntake predictions;

    @Inject
    OutcomeIntake outcomes;

    /**
     * What became of a body.
     *
     * @param received lines with content
     * @param stored lines that were new
     * @param duplicates lines that said what was known already
     * @param rejected the first 1,000 lines that were refused, with field and reason
     * @param rejectedCount how many were refused in all
     * @param integrity what of the lines that could be read was not as declared; they are stored all the same
     */
    public record Answer(
            long received,
            long stored,
            long duplicates,
            List<LineProblem> rejected,
            long rejectedCount,
            List<IntegrityFinding> integrity) {
        static Answer of(Receipt receipt) {
            return new Answer(
                    receipt.received(),
                    receipt.stored(),
                    receipt.duplicates(),
                    receipt.problems(),
                    receipt.rejected(),
                    receipt.integrity().findings());
        }
    }

    @POST
    @Path("/predictions")
    @Operation(
            id = "sendPredictions",
            says = "Bulk predictions, streamed; bad lines are listed, the rest is stored, sending again stores nothing",
            needs = Permission.SEND_PREDICTIONS,
            reach = Reach.PART,
            takes = "Prediction",
            more =
                    "CSV has the columns prediction_id, occurred_at, patient_ref, site, score, outcome, text, latency_ms and, by prefix, subgroup.* and feature.*; gzip is recognised")
    public Answer predictions(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream body) {
        return Answer.of(predictions.accept(
                current.actor(), new ModelVersionId(model, version), body(type, body), IntakeProgress.SILENT));
    }

    @POST
    @Path("/outcomes")
    @Operation(
            id = "sendOutcomes",
            says = "Bulk outcomes of predictions sent before",
            needs = Permission.SEND_PREDICTIONS,
            reach = Reach.PART,
            takes = "Outcome",
            more = "CSV has the columns prediction_id, outcome, known_at; gzip is recognised")
    public Answer outcomes(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream body) {
        return Answer.of(outcomes.accept(
                current.actor(), new ModelVersionId(model, version), body(type, body), IntakeProgress.SILENT));
    }

    private static IntakeBody body(String contentType, InputStream body) {
        // JAX-RS has let only the declared types through
        return new IntakeBody(body, BodyFormat.ofContentType(contentType).orElseThrow());
    }
}
