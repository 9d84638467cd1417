package org.overread.web.api.contract;

import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/** The ways in which a call can be refused, each told as a problem document. */
enum Refusal {
    UNREADABLE(400, "Something in address or body cannot be read; the problem names the field"),
    NOT_SIGNED_IN(401, "No token, or one that is not valid"),
    NOT_ALLOWED(403, "The caller may not do this here"),
    NOT_FOUND(404, "There is no such thing, or the caller may not know of it"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be given"),
    TOO_SLOW(408, "The body came in too slowly, or took too long; nothing of it was kept"),
    CONFLICT(409, "The present state does not permit it; the problem says why"),
    TOO_LARGE(413, "The body, or one line of it, is larger than this installation takes"),
    WRONG_TYPE(415, "The body's Content-Type is none that this call takes"),
    INVALID(422, "Understood, but not acceptable; the problem names each field"),
    TOO_MANY(429, "Too much at once; Retry-After says when to come back"),
    UNAVAILABLE(503, "Something that is needed does not answer; Retry-After says when to come back");

    private final int status;
    private final String says;

    Refusal(int status, String says) {
        this.status = status;
        this.says = says;
    }

    static Refusal of(int status) {
        return Arrays.stream(values())
                .filter(each -> each.status == status)
                .findFirst()
                .orElseThrow();
    }

    void addTo(ObjectNode responses) {
        responses.putObject(String.valueOf(status)).put("$ref", "#/components/responses/" + name());
    }

    ObjectNode told(String problem) {
        var told = Contract.object().put("description", says);
        if (status == 429 || status == 503) {
            told.putObject("headers")
                    .putObject("Retry-After")
                    .put("description", "In so many seconds")
                    .putObject("schema")
                    .put("type", "integer");
        }
        told.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + problem);
        return told;
    }
}
