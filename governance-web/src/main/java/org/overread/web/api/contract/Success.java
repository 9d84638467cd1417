package org.overread.web.api.contract;

import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** How one method answers when all is well. */
record Success(Method method, List<String> types) {
    void addTo(ObjectNode responses, Schemas schemas) {
        var answers = method.getAnnotationsByType(Answer.class);
        if (answers.length > 0) {
            for (var answer : answers) {
                tell(responses, schemas, answer);
            }
        } else if (method.getReturnType() == void.class) {
            responses.putObject("204").put("description", "Done");
        } else if (method.getReturnType() == Response.class) {
            throw new IllegalStateException("what does it answer? add @Answer to " + method);
        } else {
            content(responses, 200, "As asked for", types, schemas.of(method.getAnnotatedReturnType()));
        }
    }

    private void tell(ObjectNode responses, Schemas schemas, Answer answer) {
        if (answer.as() == Void.class) {
            responses.putObject(String.valueOf(answer.status())).put("description", answer.says());
        } else if (!answer.file().isEmpty()) {
            var file = Contract.object().put("type", "string").put("format", "binary");
            content(responses, answer.status(), answer.says(), List.of(answer.file()), file);
        } else {
            content(responses, answer.status(), answer.says(), types, shape(answer, schemas));
        }
    }

    private ObjectNode shape(Answer answer, Schemas schemas) {
        if (!answer.schema().isEmpty()) {
            return schemas.named(answer.schema());
        }
        return answer.as() == Object.class ? schemas.of(method.getAnnotatedReturnType()) : schemas.of(answer.as());
    }

    private static void content(ObjectNode responses, int status, String says, List<String> types, ObjectNode schema) {
        var response = responses.withObject("/" + status);
        if (!response.has("description")) {
            response.put("description", says);
        }
        var content = response.withObject("/content");
        types.forEach(type -> content.putObject(type.replaceFirst(";.*", "")).set("schema", schema.deepCopy()));
    }
}
