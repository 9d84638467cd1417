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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.identity.ApiClients;
import org.overread.registry.identity.SessionAnswer;
import org.overread.registry.identity.SignIn;
import org.overread.registry.identity.TokenAnswer;
import org.overread.web.failure.Failure;

/**
 * The one way in. A machine shows its token with every request; a person has a session from the sign-in page. Whoever
 * has neither gets a page to sign in, or, when it is a program that asks, a plain 401.
 */
@ApplicationScoped
public class Entrance implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";

    @Inject
    SignIn signIn;

    @Inject
    ApiClients clients;

    /** Who stands at the door. */
    private sealed interface Caller {}

    private record Known(Actor actor) implements Caller {}

    /** @param why what the caller should know of it; null when there is nothing to know */
    private record Stranger(@Nullable String why) implements Caller {}

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        var away = new TurnedAway(request, response);
        try {
            return switch (caller(request)) {
                case Known known -> admit(known.actor(), request, context, away);
                case Stranger stranger ->
                    context.isProtected() ? away.toSignIn(context, stranger.why()) : context.doNothing();
            };
        } catch (IOException e) {
            throw new AuthenticationException(e);
        } catch (RuntimeException e) {
            if (Failure.of(e) instanceof GovernanceException known && known.code() == ErrorCode.OUTSIDE) {
                return away.refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE, String.valueOf(known.getMessage()));
            }
            throw e;
        }
    }

    private static AuthenticationStatus admit(
            Actor actor, HttpServletRequest request, HttpMessageContext context, TurnedAway away) {
        if (request.getHeader("Authorization") == null) {
            if (CrossSite.suspect(request)) {
                return away.refuse(HttpServletResponse.SC_FORBIDDEN, "another site sent this request");
            }
            if (new PersonsSession(request).passwordMustChange()
                    && !request.getServletPath().equals(PasswordPage.PATH)) {
                return away.toPassword(context);
            }
        }
        request.setAttribute(CurrentActor.ACTOR, actor);
        return context.notifyContainerAboutLogin(actor.id(), Set.of("actor"));
    }

    private Caller caller(HttpServletRequest request) {
        @Nullable String authorization = request.getHeader("Authorization");
        return authorization == null ? person(new PersonsSession(request)) : machine(authorization);
    }

    private Caller machine(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Stranger(null);
        }
        return switch (clients.authenticate(
                authorization.substring(BEARER.length()).trim())) {
            case TokenAnswer.Good good -> new Known(good.machine());
            case TokenAnswer.Refused refused -> new Stranger(refused.reason());
        };
    }

    private Caller person(PersonsSession session) {
        @Nullable String login = session.login();
        if (login == null) {
            return new Stranger(session.ended());
        }
        return switch (signIn.session(login, session.generation())) {
            case SessionAnswer.Good good -> new Known(good.person());
            case SessionAnswer.Ended ended -> {
                session.end(ended.sentence());
                yield new Stranger(ended.sentence());
            }
        };
    }
}
