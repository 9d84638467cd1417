package org.overread.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.overread.registry.identity.SignIn;

/**
 * Where people sign out: by a request of its own, which no link or picture on another page can send for them; see
 * {@link CrossSite}.
 */
@WebServlet(SignOutPage.PATH)
public class SignOutPage extends HttpServlet {
    static final String PATH = "/sign-out";
    private static final long serialVersionUID = 1L;

    @Inject
    transient SignIn signIn;

    @Inject
    transient CurrentActor current;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        signIn.signedOut(current.person());
        new PersonsSession(request).end();
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(request.getContextPath() + "/sign-in?out");
    }
}
