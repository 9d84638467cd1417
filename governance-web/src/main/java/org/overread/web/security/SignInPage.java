package org.overread.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.overread.registry.GovernanceException;
import org.overread.registry.identity.SignIn;
import org.overread.registry.identity.SignInAnswer.Refused;
import org.overread.registry.identity.SignInAnswer.SignedIn;
import org.overread.web.failure.Failure;
import org.overread.web.metrics.SignInFailures;

/** Where people sign in, and are told why they have to. */
@WebServlet("/sign-in")
public class SignInPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** A stranger learns nothing of what is inside; the log has it. */
    private static final String BROKEN = "Signing in does not work at the moment. Try again in a few minutes.";

    @Inject
    transient SignIn signIn;

    @Inject
    transient SignInFailures failures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = new PersonsSession(request);
        boolean out = request.getParameter("out") != null && session.login() == null;
        show(request, response, HttpServletResponse.SC_OK, out ? "You have signed out." : session.ended());
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
                    new PersonsSession(request).begin(in);
                    response.sendRedirect(in.passwordMustChange() ? "password" : target(request));
                }
                case Refused no -> {
                    failures.add();
                    show(request, response, HttpServletResponse.SC_UNAUTHORIZED, no.reason());
                }
            }
        } catch (RuntimeException e) {
            getServletContext().log("Sign-in failed", e);
            var reason =
                    Failure.of(e) instanceof GovernanceException known ? String.valueOf(known.getMessage()) : BROKEN;
            show(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, reason);
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
