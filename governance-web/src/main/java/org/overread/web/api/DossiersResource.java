package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.overread.reports.dossier.Dossier;
import org.overread.reports.dossier.Dossiers;
import org.overread.web.security.CurrentActor;

/** Everything on record about one promotion. */
@Path("/promotions/{id}/dossier")
@RequestScoped
public class DossiersResource {
    @Inject
    CurrentActor current;

    @Inject
    Dossiers dossiers;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Dossier dossier(@PathParam("id") String id) {
        return dossiers.export(current.actor(), Parameters.id(id));
    }
}
