package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.metrics.Exposition;
import org.overread.web.metrics.Source;
import org.overread.web.security.CurrentActor;

/** The figures of this server, as text for Prometheus, to a token that may read everywhere and to administrators. */
@Chapter("Operation")
@Path("/metrics")
@Produces(Exposition.TYPE)
@RequestScoped
public class MetricsResource {
    @Inject
    CurrentActor current;

    @Inject
    @Any
    Instance<Source> sources;

    @GET
    @Operation(
            id = "getMetrics",
            says = "The figures of this server, as text for Prometheus",
            needs = Permission.WATCH_SERVER,
            reach = Reach.EVERYWHERE)
    public String metrics() {
        var actor = current.actor();
        actor.mustBeAllowedEverywhere(Permission.WATCH_SERVER);
        var text = new Exposition();
        sources.forEach(source -> source.tell(actor, text));
        return text.toString();
    }
}
