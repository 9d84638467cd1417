package org.overread.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.overread.registry.Digest;
import org.overread.registry.identity.Origin;

/** Where a call comes from is what the request at hand says; see {@link ForwardedHeaders} for a proxy in front. */
@ApplicationScoped
class RequestOrigin implements Origin {
    @Inject
    HttpServletRequest request;

    @Override
    public String address() {
        return said(HttpServletRequest::getRemoteAddr);
    }

    /** The session's id opens it, so only its digest is given away. */
    @Override
    public String session() {
        return said(asked -> {
            var session = asked.getSession(false);
            return session == null ? "" : Digest.of(session.getId()).hex();
        });
    }

    /** What the product does by itself comes from nowhere. */
    private String said(Function<HttpServletRequest, String> question) {
        try {
            return question.apply(request);
        } catch (IllegalStateException | jakarta.enterprise.context.ContextNotActiveException noRequest) {
            return "";
        }
    }
}
