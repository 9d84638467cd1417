package org.overread.web.api.contract;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ApiScope;
import org.overread.registry.Permission;
import org.overread.registry.Role;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One call, by one or several methods that take or give different media types. */
public record Call(String path, List<Method> methods) {
    private static final Map<Class<? extends Annotation>, String> VERBS =
            Map.of(GET.class, "get", PUT.class, "put", POST.class, "post", DELETE.class, "delete");

    private static final String JSON = "application/json";

    static Call of(String path, List<Method> same) {
        var ids =
                same.stream().map(Call::operation).map(Operation::id).distinct().toList();
        if (ids.size() != 1) {
            throw new IllegalStateException("methods of one call must have one id: " + same);
        }
        return new Call(
                path,
                same.stream()
                        .sorted(Comparator.comparing(
                                        (Method method) -> !takes(method).contains(JSON))
                                .thenComparing(method -> !gives(method).contains(JSON))
                                .thenComparing(Method::getName))
                        .toList());
    }

    static Optional<String> verb(Method method) {
        return VERBS.keySet().stream()
                .filter(method::isAnnotationPresent)
                .map(VERBS::get)
                .findFirst();
    }

    static String path(Class<?> resource, Method method) {
        var own = method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
        return ("/" + resource.getAnnotation(Path.class).value() + "/" + own)
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
    }

    private Operation operation() {
        return operation(methods.getFirst());
    }

    private static Operation operation(Method method) {
        var operation = method.getAnnotation(Operation.class);
        if (operation == null) {
            throw new IllegalStateException("the contract knows nothing of " + method + ": add @Operation");
        }
        return operation;
    }

    ObjectNode told(Words words, Schemas schemas, ObjectNode body) {
        var operation = operation();
        var told = Contract.object().put("operationId", operation.id()).put("summary", operation.says());
        told.put("description", operation.more().isEmpty() ? operation.says() : operation.more());
        told.putArray("tags").add(chapter());
        tellRights(operation, told);
        var parameters = new CallParameters(words, schemas).of(methods);
        if (!parameters.isEmpty()) {
            told.set("parameters", parameters);
        }
        if (!body.isEmpty()) {
            told.set("requestBody", body);
        }
        told.set("responses", responses(schemas, !parameters.isEmpty(), !body.isEmpty()));
        return told;
    }

    private String chapter() {
        var resource = methods.getFirst().getDeclaringClass();
        var chapter = resource.getAnnotation(Chapter.class);
        if (chapter == null) {
            throw new IllegalStateException("the contract has no heading for " + resource + ": add @Chapter");
        }
        return chapter.value();
    }

    /** Who may, so that programs can read it: permissions, and the roles and token scopes that carry all of them. */
    private static void tellRights(Operation operation, ObjectNode told) {
        var roles = EnumSet.allOf(Role.class);
        var scopes = operation.inPerson() ? EnumSet.noneOf(ApiScope.class) : EnumSet.allOf(ApiScope.class);
        var permissions = told.putArray("x-permissions");
        for (Permission permission : operation.needs()) {
            permissions.add(permission.name());
            roles.retainAll(permission.roles());
            scopes.removeIf(scope -> permission.scope().filter(scope::equals).isEmpty());
        }
        told.put("x-reach", operation.reach().name());
        told.put("x-in-person", operation.inPerson());
        tell(roles, told.putArray("x-roles"));
        tell(scopes, told.putArray("x-token-scopes"));
    }

    private static void tell(Set<? extends Enum<?>> names, ArrayNode to) {
        names.forEach(name -> to.add(name.name()));
    }

    /** What is sent, by media type; empty when nothing is. */
    ObjectNode body(Schemas schemas) {
        var body = Contract.object();
        for (var method : methods) {
            entity(method).ifPresent(entity -> {
                body.put("required", !Nullness.mayBeMissing(entity.getAnnotatedType()));
                if (entity.isAnnotationPresent(RowsOf.class)) {
                    // "one or a list" is beyond what generators of clients can make a type of
                    body.put("description", "One as JSON, many as a JSON list of such objects, or an object a line");
                }
                var content = body.withObject("/content");
                for (var type : takes(method)) {
                    content.putObject(type).set("schema", sent(entity, operation(method), type, schemas));
                }
            });
        }
        return body;
    }

    private static ObjectNode sent(Parameter entity, Operation operation, String type, Schemas schemas) {
        var rows = entity.getAnnotation(RowsOf.class);
        if (rows != null) {
            return schemas.of(rows.value());
        }
        if (!operation.takes().isEmpty()) {
            return type.equals("text/csv") ? Contract.object().put("type", "string") : schemas.named(operation.takes());
        }
        return schemas.of(entity.getAnnotatedType());
    }

    /** The parameter that takes the body; empty when the method takes none. */
    public static Optional<Parameter> entity(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> Stream.of(PathParam.class, QueryParam.class, HeaderParam.class)
                        .noneMatch(parameter::isAnnotationPresent))
                .findFirst();
    }

    private ObjectNode responses(Schemas schemas, boolean parameters, boolean body) {
        var all = Contract.object();
        methods.forEach(method -> new Success(method, gives(method)).addTo(all, schemas));
        refusals(parameters, body).forEach(status -> Refusal.of(status).addTo(all));
        return all;
    }

    private Set<Integer> refusals(boolean parameters, boolean body) {
        var statuses = new TreeSet<>(Set.of(401, 403, 406, 503));
        if (parameters) {
            statuses.addAll(Set.of(400, 422));
        }
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (body) {
            statuses.addAll(Set.of(400, 408, 413, 415, 422));
        }
        if (operation().conflicts()) {
            statuses.add(409);
        }
        if (methods.stream().anyMatch(Call::streams)) {
            statuses.add(429);
        }
        return statuses;
    }

    private static boolean streams(Method method) {
        return entity(method)
                .filter(entity -> entity.getType() == InputStream.class)
                .isPresent();
    }

    static List<String> takes(Method method) {
        return types(method, Consumes.class).map(Consumes::value).map(List::of).orElse(List.of());
    }

    static List<String> gives(Method method) {
        return types(method, Produces.class).map(Produces::value).map(List::of).orElse(List.of());
    }

    private static <A extends Annotation> Optional<A> types(Method method, Class<A> annotation) {
        @Nullable A own = method.getAnnotation(annotation);
        return Optional.ofNullable(own == null ? method.getDeclaringClass().getAnnotation(annotation) : own);
    }
}
