package org.overread.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a request that a page of another site made the browser send. Browsers say where such a request comes
 * from; programs without a browser send neither header and cannot be tricked in this way.
 */
final class CrossSite {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private CrossSite() {}

    static boolean suspect(HttpServletRequest request) {
        if (HARMLESS.contains(request.getMethod())) {
            return false;
        }
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        @Nullable String origin = request.getHeader("Origin");
        return origin != null && !sameHost(origin, request);
    }

    private static boolean sameHost(String origin, HttpServletRequest request) {
        try {
            @Nullable String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equals(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
