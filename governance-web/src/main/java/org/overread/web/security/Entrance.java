package org.overread.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.identity.ApiClients;
import org.overread.registry.identity.SignIn;
import org.overread.web.failure.Failure;

/**
 * The one way in. A machine shows its token with every request; a person has a session from the sign-in page. Whoever
 * has neither gets a page to sign in, or, when it is a program that asks, a plain 401.
 */
@ApplicationScoped
public class Entrance implements HttpAuthenticationMechanism {
    static final String LOGIN = "overread.login";
    static final String PASSWORD_MUST_CHANGE = "overread.password-must-change";
    private static final String BEARER = "Bearer ";

    @Inject
    SignIn signIn;

    @Inject
    ApiClients clients;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            var actor = actorOf(request);
            if (actor.isPresent()) {
                if (request.getHeader("Authorization") == null && CrossSite.suspect(request)) {
                    return refuse(
                            request, response, HttpServletResponse.SC_FORBIDDEN, "another site sent this request");
                }
                if (mustChooseAPassword(request)) {
                    return isNavigation(request)
                            ? context.redirect(request.getContextPath() + PasswordPage.PATH)
                            : refuse(
                                    request,
                                    response,
                                    HttpServletResponse.SC_FORBIDDEN,
                                    "choose a password of your own first");
                }
                request.setAttribute(CurrentActor.ACTOR, actor.get());
                return context.notifyContainerAboutLogin(actor.get().id(), Set.of("actor"));
            }
            return context.isProtected() ? turnAway(request, response, context) : context.doNothing();
        } catch (IOException e) {
            throw new AuthenticationException(e);
        } catch (RuntimeException e) {
            if (Failure.of(e) instanceof GovernanceException known && known.code() == ErrorCode.OUTSIDE) {
                return refuse(
                        request,
                        response,
                        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                        String.valueOf(known.getMessage()));
            }
            throw e;
        }
    }

    private Optional<? extends Actor> actorOf(HttpServletRequest request) {
        @Nullable String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? clients.authenticate(
                            authorization.substring(BEARER.length()).trim())
                    : Optional.empty();
        }
        var session = request.getSession(false);
        return session != null && session.getAttribute(LOGIN) instanceof String login
                ? signIn.actor(login)
                : Optional.empty();
    }

    private static boolean mustChooseAPassword(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(PASSWORD_MUST_CHANGE) != null
                && !request.getServletPath().equals(PasswordPage.PATH);
    }

    private static AuthenticationStatus turnAway(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        if (isNavigation(request)) {
            response.setHeader("Cache-Control", "no-store");
            return context.redirect(request.getContextPath() + "/sign-in?then=" + encoded(request));
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        return refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "sign in, or send a valid token");
    }

    /** The server writes the answer by way of {@link RefusalPage}. */
    private static AuthenticationStatus refuse(
            HttpServletRequest request, HttpServletResponse response, int status, String detail) {
        request.setAttribute(RefusalPage.DETAIL, detail);
        response.setStatus(status);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static boolean isNavigation(HttpServletRequest request) {
        @Nullable String accept = request.getHeader("Accept");
        return "GET".equals(request.getMethod())
                && !request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                && request.getParameter("v-r") == null
                && accept != null
                && accept.contains("text/html");
    }

    private static String encoded(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        return URLEncoder.encode(request.getRequestURI() + (query == null ? "" : "?" + query), StandardCharsets.UTF_8);
    }
}
