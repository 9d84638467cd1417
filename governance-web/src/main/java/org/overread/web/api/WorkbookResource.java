package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.overread.registry.Permission;
import org.overread.reports.archive.Exports;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.security.CurrentActor;

/** The workbook of a promotion: produced, kept with its digest, and handed out. */
@Chapter("Reports")
@Path("/promotions/{id}/workbook")
@RequestScoped
public class WorkbookResource {
    @Inject
    CurrentActor current;

    @Inject
    Exports exports;

    @GET
    @Operation(
            id = "getPromotionWorkbook",
            says = "The dossier as an Excel workbook, which is kept with its SHA-256",
            needs = Permission.EXPORT_REPORTS,
            more = "The header Repr-Digest carries its SHA-256")
    @Answer(says = "The workbook", file = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    public Response workbook(@PathParam("id") String id) {
        var report = exports.promotionWorkbook(current.actor(), Parameters.id(id));
        return ReportsResource.handed(exports.hand(current.actor(), report.id()));
    }
}
