package org.overread.web.address;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an address as such.
 *
 * @param field the parameter, or {@code path}
 */
record BrokenAddress(String field, String reason) {
    private static final String UNKEEPABLE = "holds a character that cannot be kept (NUL)";

    static Optional<BrokenAddress> in(HttpServletRequest request) {
        if (request.getServletPath().indexOf('\0') >= 0
                || request.getPathInfo() != null && request.getPathInfo().indexOf('\0') >= 0) {
            return Optional.of(new BrokenAddress("path", UNKEEPABLE));
        }
        return inQuery(request.getQueryString());
    }

    private static Optional<BrokenAddress> inQuery(@Nullable String query) {
        if (query == null) {
            return Optional.empty();
        }
        for (var part : query.split("&")) {
            var name = part.split("=", 2)[0];
            try {
                if (decoded(part).indexOf('\0') >= 0) {
                    return Optional.of(new BrokenAddress(decoded(name).replace("\0", ""), UNKEEPABLE));
                }
            } catch (IllegalArgumentException e) {
                return Optional.of(new BrokenAddress(
                        name.replace("%", ""), "holds a percent sign that no two hexadecimal digits follow"));
            }
        }
        return Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
