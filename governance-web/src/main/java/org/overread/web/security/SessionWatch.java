package org.overread.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells an open page whose session it is, every few seconds; when there is none any more, {@link TurnedAway} answers in
 * its place and says why. The page asks from {@code session.js}.
 */
@WebServlet(SessionWatch.PATH)
public class SessionWatch extends HttpServlet {
    static final String PATH = "/session";
    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentActor current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .write(JsonMapper.shared()
                        .writeValueAsString(Map.of("person", current.actor().id())));
    }
}
