package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.overread.registry.Permission;
import org.overread.reports.dossier.Dossier;
import org.overread.reports.dossier.Dossiers;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.security.CurrentActor;

/** Everything on record about one promotion. */
@Chapter("Promotions")
@Path("/promotions/{id}/dossier")
@RequestScoped
public class DossiersResource {
    @Inject
    CurrentActor current;

    @Inject
    Dossiers dossiers;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            id = "getDossier",
            says =
                    "Everything on record about a promotion: request, policy, evidence, verdict per criterion, signatures, audit extract",
            needs = Permission.EXPORT_REPORTS,
            more =
                    "That it was taken out is recorded. Hidden figures hold no number and say why; free text comes without what is surely a patient's identifier")
    public Dossier dossier(@PathParam("id") String id) {
        return dossiers.export(current.actor(), Parameters.id(id));
    }
}
