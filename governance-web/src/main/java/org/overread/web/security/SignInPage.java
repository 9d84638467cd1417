package org.overread.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.overread.registry.identity.SignIn;
import org.overread.registry.identity.SignInAnswer.Refused;
import org.overread.registry.identity.SignInAnswer.SignedIn;
import org.overread.web.failure.Failure;
import org.overread.web.metrics.SignInFailures;

/** Where people sign in and out. */
@WebServlet("/sign-in")
public class SignInPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient SignIn signIn;

    @Inject
    transient SignInFailures failures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean leaving = request.getParameter("out") != null;
        if (leaving) {
            endSession(request);
        }
        show(request, response, HttpServletResponse.SC_OK, leaving ? "You have signed out." : null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (CrossSite.suspect(request)) {
            show(request, response, HttpServletResponse.SC_FORBIDDEN, "Please sign in from this page.");
            return;
        }
        try {
            switch (signIn.attempt(parameter(request, "login"), parameter(request, "password"))) {
                case SignedIn in -> {
                    beginSession(request, in);
                    response.sendRedirect(in.passwordMustChange() ? "password" : target(request));
                }
                case Refused no -> {
                    failures.add();
                    show(request, response, HttpServletResponse.SC_UNAUTHORIZED, no.reason());
                }
            }
        } catch (RuntimeException e) {
            getServletContext().log("Sign-in failed", e);
            var reason = String.valueOf(Failure.of(e).getMessage());
            show(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, reason);
        }
    }

    /** A session from before the sign-in is worth nothing afterwards, so that nobody can plant one. */
    private static void beginSession(HttpServletRequest request, SignedIn in) {
        endSession(request);
        var session = request.getSession(true);
        session.setAttribute(Entrance.LOGIN, in.person().login());
        if (in.passwordMustChange()) {
            session.setAttribute(Entrance.PASSWORD_MUST_CHANGE, true);
        }
    }

    private static void endSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Only a path of our own is followed; anything else leads to the first page. */
    private static String target(HttpServletRequest request) {
        var then = parameter(request, "then");
        return then.matches("/[A-Za-z0-9][^\\\\\\p{Cntrl}]*") ? then : request.getContextPath() + "/";
    }

    static String parameter(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static void show(
            HttpServletRequest request, HttpServletResponse response, int status, @Nullable String message)
            throws IOException {
        new PlainPage("Sign in", "The second reading of what a machine has read.")
                .saying(message, status != HttpServletResponse.SC_OK)
                .hidden("then", parameter(request, "then"))
                .text("login", "Log-in name", parameter(request, "login"), "username")
                .password("password", "Password", "current-password")
                .button("Sign in")
                .answer(response, status);
    }
}
