package org.overread.web.api;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type a stable urn for programs
 * @param title the kind of problem in words
 * @param status the HTTP status, repeated
 * @param detail one sentence a person can act on
 * @param errors the fields that were wrong, if fields were
 */
public record Problem(String type, String title, int status, String detail, List<FieldProblem> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(GovernanceException refused) {
        return of(refused.code(), String.valueOf(refused.getMessage()), refused.fields());
    }

    static Problem of(ErrorCode code, String detail, List<FieldProblem> errors) {
        return switch (code) {
            case INVALID -> new Problem("urn:overread:problem:invalid", "Not acceptable as it is", 422, detail, errors);
            case UNREADABLE -> new Problem("urn:overread:problem:unreadable", "Cannot be read", 400, detail, errors);
            case NOT_ALLOWED -> new Problem("urn:overread:problem:not-allowed", "Not allowed", 403, detail, errors);
            case NOT_FOUND -> new Problem("urn:overread:problem:not-found", "Not found", 404, detail, errors);
            case CONFLICT ->
                new Problem("urn:overread:problem:conflict", "Conflicts with what is there", 409, detail, errors);
            case TOO_LARGE -> new Problem("urn:overread:problem:too-large", "Too large", 413, detail, errors);
            case TOO_SLOW -> new Problem("urn:overread:problem:too-slow", "Too slow", 408, detail, errors);
            case TOO_MANY -> new Problem("urn:overread:problem:too-many", "Too many at once", 429, detail, errors);
            case OUTSIDE ->
                new Problem("urn:overread:problem:unavailable", "Temporarily unavailable", 503, detail, errors);
        };
    }

    /** A business "no": the request was understood, the present state or the rules of signing do not permit it. */
    static Problem refusal(String rule, int status, String reason) {
        return new Problem(
                "urn:overread:problem:" + rule.toLowerCase(Locale.ROOT).replace('_', '-'),
                status == 403 ? "Not allowed" : "Refused",
                status,
                reason,
                List.of());
    }

    /** The document itself. */
    public String json() {
        return Json.MAPPER.writeValueAsString(this);
    }

    Response response() {
        var answer = Response.status(status).type(MEDIA_TYPE).entity(this);
        return switch (status) {
            case 429 -> answer.header("Retry-After", "30").build();
            case 503 -> answer.header("Retry-After", "5").build();
            default -> answer.build();
        };
    }
}
