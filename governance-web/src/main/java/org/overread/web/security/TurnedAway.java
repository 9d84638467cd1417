package org.overread.web.security;

import com.vaadin.flow.server.VaadinService;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns somebody away in the form that whoever asks understands: a browser that goes somewhere is led to the sign-in
 * page, a page that is open and asks says what happened and leads there, a program gets a problem document.
 */
final class TurnedAway {
    private static final String NOBODY = "sign in, or send a valid token";
    private static final String SIGNED_OUT = "You are signed out. Sign in again to go on where you were.";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    TurnedAway(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** For want of a session or a token. */
    AuthenticationStatus toSignIn(HttpMessageContext context, @Nullable String why) throws IOException {
        if (isNavigation()) {
            response.setHeader("Cache-Control", "no-store");
            return context.redirect(signIn(here()));
        }
        if (asks("uidl")) {
            return tellOpenPage(why == null ? SIGNED_OUT : why);
        }
        if (request.getServletPath().equals(SessionWatch.PATH)) {
            return refuse(HttpServletResponse.SC_UNAUTHORIZED, why == null ? SIGNED_OUT : why);
        }
        if (asks("heartbeat")) {
            // To this status an open page answers by loading itself anew, which leads to the sign-in page.
            return refuse(HttpServletResponse.SC_FORBIDDEN, why == null ? NOBODY : why);
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        return refuse(HttpServletResponse.SC_UNAUTHORIZED, why == null ? NOBODY : why);
    }

    /** Because a password of one's own comes first. */
    AuthenticationStatus toPassword(HttpMessageContext context) {
        return isNavigation()
                ? context.redirect(request.getContextPath() + PasswordPage.PATH)
                : refuse(HttpServletResponse.SC_FORBIDDEN, "choose a password of your own first");
    }

    /** The server writes the answer by way of {@link RefusalPage}. */
    AuthenticationStatus refuse(int status, String detail) {
        request.setAttribute(RefusalPage.DETAIL, detail);
        response.setStatus(status);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** Vaadin's own form of a message that ends a page; {@code session.js} shows it as it shows what it finds out. */
    private AuthenticationStatus tellOpenPage(String sentence) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(VaadinService.createCriticalNotificationJSON(
                        "Signed out", sentence, "Press Escape or click here to sign in.", signIn(page())));
        response.flushBuffer();
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private String signIn(String then) {
        return request.getContextPath() + "/sign-in?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
    }

    private String here() {
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The page from which an open page asks; the first one when the browser does not say. */
    private String page() {
        @Nullable String from = request.getHeader("Referer");
        try {
            var page = URI.create(from == null ? "/" : from);
            @Nullable String path = page.getRawPath();
            @Nullable String query = page.getRawQuery();
            return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private boolean asks(String kind) {
        return kind.equals(request.getParameter("v-r"));
    }

    private boolean isNavigation() {
        return "GET".equals(request.getMethod())
                && !request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                && request.getParameter("v-r") == null
                && RefusalPage.takesPages(request);
    }
}
