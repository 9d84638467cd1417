package org.overread.web.api.contract;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.overread.registry.FieldProblem;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the contract together from the resources: an OpenAPI 3.1 document. It throws when a resource does not say enough,
 * so that a test of it is a test of all.
 */
public final class Contract {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> VERBS = List.of("get", "put", "post", "delete");

    private final Words words = Words.kept();
    private final Schemas schemas = new Schemas(words);

    private Contract() {}

    /**
     * The document.
     *
     * @param resources every class that answers calls
     * @param problem the record that every refusal is told as
     */
    public static ObjectNode of(List<Class<?>> resources, Class<? extends Record> problem) {
        return new Contract().document(resources, problem);
    }

    private ObjectNode document(List<Class<?>> resources, Class<? extends Record> problem) {
        var calls = calls(resources);
        var bodies = new LinkedHashMap<Call, ObjectNode>();
        calls.values().forEach(verbs -> verbs.values().forEach(call -> bodies.put(call, call.body(schemas))));
        schemas.answering();
        schemas.of(problem);
        schemas.of(FieldProblem.class);
        var document = words.opening();
        var paths = document.putObject("paths");
        calls.forEach((path, verbs) -> {
            var item = paths.putObject(path);
            verbs.forEach(
                    (verb, call) -> item.set(verb, call.told(words, schemas, bodies.getOrDefault(call, object()))));
        });
        components(document, words.name(problem));
        return document;
    }

    private void components(ObjectNode document, String problem) {
        var components = document.withObject("/components");
        var refusals = components.putObject("responses");
        for (var refusal : Refusal.values()) {
            refusals.set(refusal.name(), refusal.told(problem));
        }
        components.set("schemas", schemas.components());
    }

    /** The calls by path and verb, in an order that does not depend on the run. */
    private static Map<String, Map<String, Call>> calls(List<Class<?>> resources) {
        var methods = new TreeMap<String, Map<String, List<Method>>>();
        for (var resource : resources) {
            for (var method : resource.getDeclaredMethods()) {
                Call.verb(method)
                        .ifPresent(verb -> methods.computeIfAbsent(
                                        Call.path(resource, method),
                                        path -> new TreeMap<>(Comparator.comparingInt(VERBS::indexOf)))
                                .computeIfAbsent(verb, none -> new ArrayList<>())
                                .add(method));
            }
        }
        var calls = new LinkedHashMap<String, Map<String, Call>>();
        methods.forEach((path, verbs) -> {
            var item = new LinkedHashMap<String, Call>();
            verbs.forEach((verb, same) -> item.put(verb, Call.of(path, same)));
            calls.put(path, item);
        });
        return calls;
    }

    static ObjectNode object() {
        return JSON.objectNode();
    }
}
