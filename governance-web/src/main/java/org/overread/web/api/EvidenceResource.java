package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.overread.registry.Permission;
import org.overread.registry.promotion.EvidenceSheets;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.security.CurrentActor;

/** The frozen evidence of a promotion request. */
@Chapter("Promotions")
@Path("/promotions/{id}/evidence")
@RequestScoped
public class EvidenceResource {
    @Inject
    CurrentActor current;

    @Inject
    EvidenceSheets sheets;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            id = "getPromotionEvidence",
            says = "The frozen figures of a request, each with the figure of now beside it",
            more =
                    "The figures of now are of the same window of the policy, up to this moment. matches says whether the"
                            + " frozen ones are what was submitted and signed.",
            needs = Permission.READ_PROMOTIONS)
    public EvidenceShapes.Sheet evidence(@PathParam("id") String id) {
        return EvidenceShapes.Sheet.of(sheets.of(current.actor(), Parameters.id(id)));
    }
}
