package org.overread.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.identity.SignIn;

/** Where people choose their password; they come here first when somebody else has set it. */
@WebServlet(PasswordPage.PATH)
public class PasswordPage extends HttpServlet {
    static final String PATH = "/password";
    private static final long serialVersionUID = 1L;

    @Inject
    transient SignIn signIn;

    @Inject
    transient CurrentActor current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(response, HttpServletResponse.SC_OK, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var chosen = SignInPage.parameter(request, "chosen");
        if (!chosen.equals(SignInPage.parameter(request, "again"))) {
            show(response, 422, "The new password was not typed the same way twice.");
            return;
        }
        try {
            int generation = signIn.changePassword(current.person(), SignInPage.parameter(request, "present"), chosen);
            new PersonsSession(request).passwordChanged(generation);
            response.sendRedirect(request.getContextPath() + "/");
        } catch (GovernanceException e) {
            show(response, 422, reason(e));
        }
    }

    private static String reason(GovernanceException refused) {
        return refused.getMessage()
                + refused.fields().stream().map(PasswordPage::sentence).collect(Collectors.joining());
    }

    private static String sentence(FieldProblem problem) {
        return switch (problem.field()) {
            case "present" -> " The present password " + problem.reason() + ".";
            default -> " It " + problem.reason() + ".";
        };
    }

    private static void show(HttpServletResponse response, int status, @Nullable String message) throws IOException {
        new PlainPage("Your password", "Choose a password only you know: 12 characters or more, any you like.")
                .saying(message, status != HttpServletResponse.SC_OK)
                .password("present", "Present password", "current-password")
                .password("chosen", "New password", "new-password")
                .password("again", "New password again", "new-password")
                .button("Change it")
                .answer(response, status);
    }
}
