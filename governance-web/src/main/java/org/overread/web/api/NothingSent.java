package org.overread.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Takes a request with neither a body nor a type for one whose body has the type of most others, so that it is not turned
 * away for its type before anybody could see whether its body may be missing.
 */
@Provider
@PreMatching
public class NothingSent implements ContainerRequestFilter {
    private static final Set<String> WITH_BODIES = Set.of("POST", "PUT");

    @Override
    public void filter(ContainerRequestContext request) {
        if (WITH_BODIES.contains(request.getMethod())
                && request.getMediaType() == null
                && request.getLength() <= 0
                && request.getHeaderString("Transfer-Encoding") == null) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
            request.setProperty(NothingSent.class.getName(), true);
        }
    }

    static boolean in(ContainerRequestContext request) {
        return request.getProperty(NothingSent.class.getName()) != null;
    }
}
