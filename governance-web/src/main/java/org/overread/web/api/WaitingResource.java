package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.foryou.WaitingWork;
import org.overread.web.security.CurrentActor;

/** What waits for the person who has signed in: the same as on the page <em>For you</em>. */
@Chapter("Feedback")
@Path("/waiting")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class WaitingResource {
    @Inject
    CurrentActor current;

    @Inject
    @Any
    Instance<WaitingWork> kinds;

    /** One thing that waits; {@code page} is where it is done, an address within the product. */
    public record WaitingShape(String kind, String sentence, String page, Instant since) {}

    @GET
    @Operation(
            id = "listWaiting",
            says = "What waits for the person who has signed in, the most urgent first, as on the page For you",
            more = "At most so many of each kind as the limit says",
            needs = {},
            reach = Reach.OWN,
            inPerson = true)
    public List<WaitingShape> waiting(@QueryParam("limit") @DefaultValue("50") int limit) {
        var person = current.person();
        return kinds.stream()
                .sorted(Comparator.comparingInt(WaitingWork::order))
                .flatMap(kind -> kind.first(person, limit).stream()
                        .map(one -> new WaitingShape(kind.heading(), one.sentence(), one.link(), one.since())))
                .toList();
    }
}
