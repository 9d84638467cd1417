package org.overread.web.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.overread.registry.GovernanceException;
import org.overread.web.failure.Failure;

/** The one place where an exception becomes an answer to a machine. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        return switch (Failure.of(thrown)) {
            case GovernanceException refused -> Problem.of(refused).response();
            case WebApplicationException web -> ofTheServer(web);
            case Throwable bug -> bug(bug).response();
        };
    }

    /** What the server itself refuses; its own words, which name its own parts, are left out. */
    private static Response ofTheServer(WebApplicationException web) {
        var answer =
                Response.fromResponse(told(web.getResponse().getStatusInfo()).response());
        var allowed = web.getResponse().getHeaderString("Allow");
        return (allowed == null ? answer : answer.header("Allow", allowed)).build();
    }

    private static Problem told(Response.StatusType status) {
        return new Problem(
                "urn:overread:problem:http-" + status.getStatusCode(),
                status.getReasonPhrase(),
                status.getStatusCode(),
                switch (status.getStatusCode()) {
                    case 400 -> "The request cannot be read; /openapi says what this address takes.";
                    case 404 -> "There is nothing at this address.";
                    case 405 -> "This address does not take that method.";
                    case 406 -> "None of the accepted media types can be given.";
                    case 415 -> "This address does not take that Content-Type; see /openapi for those it takes.";
                    default -> status.getReasonPhrase();
                },
                List.of());
    }

    private static Problem bug(Throwable thrown) {
        var reference = UUID.randomUUID();
        LOG.log(Level.SEVERE, "A request failed, reference " + reference, thrown);
        return new Problem(
                "urn:overread:problem:bug",
                "Failed on our side",
                500,
                "Something went wrong on our side; the log has it under " + reference + ".",
                List.of());
    }
}
