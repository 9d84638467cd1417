package org.overread.web.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.web.failure.Failure;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says why something is refused before any page or call is asked, or after one broke: to programs as a problem document,
 * to people as a page. What the server itself would say, which names its own parts, is never told.
 */
@WebServlet("/refused")
public class RefusalPage extends HttpServlet {
    static final String DETAIL = "overread.refusal";
    private static final String FIELD = "overread.refusal.field";
    private static final String PROBLEM = "application/problem+json;charset=UTF-8";
    private static final long serialVersionUID = 1L;

    /**
     * Refuses a request.
     *
     * @param field what is wrong with it; null when it is not one field
     * @param reason goes on from the field, or is a sentence without its end
     */
    public static void refuse(
            HttpServletRequest request, HttpServletResponse response, int status, @Nullable String field, String reason)
            throws IOException {
        request.setAttribute(DETAIL, field == null ? reason : "the address cannot be read: " + field + " " + reason);
        request.setAttribute(FIELD, field == null ? null : new FieldProblem(field, reason));
        response.sendError(status);
    }

    /** Whether a browser asks, to show the answer to a person. */
    public static boolean takesPages(HttpServletRequest request) {
        @Nullable String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        var sentence = sentence(detail(request, status));
        if (takesPages(request) && !ofMachines(request)) {
            new PlainPage(title(status), title(status)).saying(sentence, true).answer(response, status);
            return;
        }
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:overread:problem:" + type(status));
        problem.put("title", title(status));
        problem.put("status", status);
        problem.put("detail", sentence);
        problem.put("errors", request.getAttribute(FIELD) instanceof FieldProblem field ? List.of(field) : List.of());
        response.setStatus(status);
        response.setContentType(PROBLEM);
        response.getWriter().write(JsonMapper.shared().writeValueAsString(problem));
    }

    private static int status(HttpServletRequest request) {
        return switch (cause(request)) {
            case GovernanceException known when known.code() == ErrorCode.OUTSIDE -> 503;
            case GovernanceException known when known.code() == ErrorCode.TOO_SLOW -> 408;
            case GovernanceException known when known.code() == ErrorCode.TOO_LARGE -> 413;
            case GovernanceException _ -> 400;
            case null -> request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
            case Throwable _ -> 500;
        };
    }

    private static String detail(HttpServletRequest request, int status) {
        if (cause(request) instanceof GovernanceException known) {
            return String.valueOf(known.getMessage());
        }
        return request.getAttribute(DETAIL) instanceof String given ? given : byStatus(status);
    }

    private static @Nullable Throwable cause(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? Failure.of(thrown)
                : null;
    }

    private static boolean ofMachines(HttpServletRequest request) {
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)) + "/";
        var root = request.getContextPath();
        return asked.startsWith(root + "/api/") || asked.startsWith(root + "/cds-services/");
    }

    private static String byStatus(int status) {
        return switch (status) {
            case 400 -> "the request cannot be read";
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not take that method";
            case 413 -> "the request is larger than is taken here";
            case 503 -> "this does not answer now; try again in a moment";
            default ->
                status >= 500 ? "something went wrong on our side, and nothing was changed" : "this is not open to you";
        };
    }

    private static String sentence(String detail) {
        return Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + (detail.endsWith(".") ? "" : ".");
    }

    private static String type(int status) {
        return switch (status) {
            case 400 -> "unreadable";
            case 401 -> "not-signed-in";
            case 403 -> "not-allowed";
            case 404 -> "not-found";
            case 408 -> "too-slow";
            case 413 -> "too-large";
            case 500 -> "bug";
            case 503 -> "unavailable";
            default -> "http-" + status;
        };
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Cannot be read";
            case 401 -> "Not signed in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not taken here";
            case 406 -> "Not to be had in that form";
            case 408 -> "Too slow";
            case 413 -> "Too large";
            case 503 -> "Temporarily unavailable";
            default -> status >= 500 ? "Failed on our side" : "Refused";
        };
    }
}
