package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.overread.reports.archive.Exports;
import org.overread.web.security.CurrentActor;

/** The workbook of a promotion: produced, kept with its digest, and handed out. */
@Path("/promotions/{id}/workbook")
@RequestScoped
public class WorkbookResource {
    @Inject
    CurrentActor current;

    @Inject
    Exports exports;

    @GET
    public Response workbook(@PathParam("id") String id) {
        var report = exports.promotionWorkbook(current.actor(), Parameters.id(id));
        return ReportsResource.handed(exports.hand(current.actor(), report.id()));
    }
}
