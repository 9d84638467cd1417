package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Window;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.reports.seismometer.SeismometerExports;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.security.CurrentActor;

/** The rows of a version as a folder that Seismometer starts on. */
@Chapter("Reports")
@Path("/models/{model}/versions/{version}/seismometer")
@RequestScoped
public class SeismometerResource {
    @Inject
    CurrentActor current;

    @Inject
    SeismometerExports exports;

    @GET
    @Operation(
            id = "exportSeismometer",
            says =
                    "The predictions with a score and a known outcome, row by row and pseudonymised, as a folder that Seismometer starts on",
            needs = Permission.EXPORT_REPORTS,
            more =
                    "Recorded in the audit trail with its SHA-256, which the header Repr-Digest carries. Patients' names hold in this export only. Refused for fewer than 11 patients")
    @Answer(says = "The folder", file = "application/zip")
    public Response folder(
            @PathParam("model") String model,
            @PathParam("version") int version,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("site") @Nullable String site) {
        var window = new Window(
                Parameters.optionalInstant("from", from),
                Parameters.optionalInstant("to", to),
                site == null || site.isBlank() ? null : site);
        var handed = exports.export(current.actor(), new ModelVersionId(model, version), window);
        return ReportsResource.attachment(
                "application/zip", handed.fileName(), handed.size(), handed.sha256(), handed.bytes());
    }
}
