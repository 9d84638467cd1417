package org.overread.web.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says why somebody is not let in: to programs as a problem document, to people as a page. */
@WebServlet("/refused")
public class RefusalPage extends HttpServlet {
    static final String DETAIL = "overread.refusal";
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        var detail = request.getAttribute(DETAIL) instanceof String given ? given : "this is not open to you";
        @Nullable String accepted = request.getHeader("Accept");
        if (accepted != null && accepted.contains("text/html")) {
            new PlainPage(title(status), title(status))
                    .saying(sentence(detail), true)
                    .answer(response, status);
            return;
        }
        response.setStatus(status);
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getWriter().write("""
                {"type":"urn:overread:problem:%s","title":"%s","status":%d,"detail":"%s"}""".formatted(type(status), title(status), status, sentence(detail)));
    }

    private static String sentence(String detail) {
        return Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + (detail.endsWith(".") ? "" : ".");
    }

    private static String type(int status) {
        return switch (status) {
            case HttpServletResponse.SC_UNAUTHORIZED -> "not-signed-in";
            case HttpServletResponse.SC_FORBIDDEN -> "not-allowed";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "unavailable";
            default -> "http-" + status;
        };
    }

    private static String title(int status) {
        return switch (status) {
            case HttpServletResponse.SC_UNAUTHORIZED -> "Not signed in";
            case HttpServletResponse.SC_FORBIDDEN -> "Not allowed";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "Temporarily unavailable";
            default -> "Not found";
        };
    }
}
