package org.overread.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Tried;
import org.overread.web.security.RefusedAttempts;

/** Puts every answer 403 on record, wherever in a call it was decided: which operation, and on what. */
@Provider
public class RefusalRecord implements ContainerResponseFilter {
    private static final int NOT_ALLOWED = 403;

    @Context
    ResourceInfo asked;

    @Inject
    RefusedAttempts refused;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == NOT_ALLOWED) {
            var given = request.getUriInfo().getPathParameters();
            var method = asked.getResourceMethod();
            var told = method == null ? null : method.getAnnotation(Operation.class);
            refused.record(
                    told == null ? request.getMethod() : told.id(),
                    told == null ? "ask what there is not" : Tried.words(told, reads(request)),
                    subject(given),
                    given.getFirst("model"));
        }
    }

    private static boolean reads(ContainerRequestContext request) {
        return request.getMethod().matches("GET|HEAD");
    }

    /** The model with its version, or whatever else has an id in the address. */
    private static @Nullable String subject(MultivaluedMap<String, String> given) {
        var model = given.getFirst("model");
        var version = given.getFirst("version");
        if (model != null) {
            return version == null ? model : model + "/" + version;
        }
        return Stream.of("id", "site")
                .map(given::getFirst)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
