package org.overread.web.api.contract;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells types as JSON Schema. Records and enums become named schemas, told once. In what the product answers every
 * component is there, if only as null; of what is sent to it, those are required that no type lets be missing, and those
 * that the words say.
 */
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<Class<?>, ObjectNode> PLAIN = plain();

    private final Words words;
    private final Map<String, Class<?>> types = new HashMap<>();
    private final Map<String, ObjectNode> told = new TreeMap<>();
    private boolean answering;

    Schemas(Words words) {
        this.words = words;
    }

    /** From now on what is told stands in answers; what was sent too stays as it is. */
    void answering() {
        answering = true;
    }

    ObjectNode of(AnnotatedType type) {
        if (type instanceof AnnotatedWildcardType wildcard) {
            return of(wildcard.getAnnotatedUpperBounds()[0]);
        }
        var schema = of(raw(type), type);
        return Nullness.mayBeMissing(type) ? orNull(schema) : schema;
    }

    /** Of a parameter, which is missing rather than null. */
    ObjectNode parameter(AnnotatedType type) {
        return of(raw(type), type);
    }

    /** A shape of {@code contract.yaml}, with all that it refers to. */
    ObjectNode named(String name) {
        if (!told.containsKey(name)) {
            var shape = words.schema(name);
            if (shape == null) {
                throw new IllegalStateException("contract.yaml has no schema " + name);
            }
            told.put(name, shape);
            shape.findValuesAsString("$ref").forEach(reference -> named(reference.replaceFirst(".*/", "")));
        }
        return reference(name);
    }

    /** All schemas that were told, by name. */
    ObjectNode components() {
        var unused = new TreeSet<String>();
        words.schemas().forEach(unused::add);
        unused.removeAll(told.keySet());
        if (!unused.isEmpty()) {
            throw new IllegalStateException("contract.yaml tells of schemas that nothing has: " + unused);
        }
        var all = JSON.objectNode();
        told.forEach(all::set);
        return all;
    }

    private ObjectNode of(Class<?> raw, AnnotatedType type) {
        var plain = PLAIN.get(raw);
        if (plain != null) {
            return plain.deepCopy();
        }
        if (Collection.class.isAssignableFrom(raw)) {
            var list = JSON.objectNode().put("type", "array");
            list.set("items", of(Nullness.last(type)));
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            var map = JSON.objectNode().put("type", "object");
            map.set("additionalProperties", of(Nullness.last(type)));
            return map;
        }
        return of(raw);
    }

    ObjectNode of(Class<?> type) {
        var name = words.name(type);
        var known = types.putIfAbsent(name, type);
        if (known != null && known != type || known == null && told.containsKey(name)) {
            throw new IllegalStateException(
                    "two things are called %s; name one in contract.yaml: %s, %s".formatted(name, known, type));
        }
        if (known == null) {
            var schema = JSON.objectNode();
            told.put(name, schema);
            if (type.isEnum()) {
                tellEnum(type, schema);
            } else if (type.isRecord()) {
                tellRecord(type, schema);
            } else {
                throw new IllegalStateException("the contract cannot tell " + type);
            }
            add(name, schema);
        }
        return reference(name);
    }

    private static void tellEnum(Class<?> type, ObjectNode schema) {
        var values = schema.put("type", "string").putArray("enum");
        for (var constant : type.getEnumConstants()) {
            values.add(constant.toString());
        }
    }

    private void tellRecord(Class<?> type, ObjectNode schema) {
        schema.put("type", "object");
        var required = JSON.arrayNode();
        var properties = JSON.objectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), of(component.getAnnotatedType()));
            if (answering || Nullness.mustBeGiven(component)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.set("properties", properties);
    }

    private void add(String name, ObjectNode schema) {
        var said = words.schema(name);
        if (said != null) {
            merge(name, said, schema);
        }
    }

    /** Adds words to what the types say; they may say more of what is there, and nothing of what is not. */
    private static void merge(String where, ObjectNode said, ObjectNode schema) {
        for (var entry : said.properties()) {
            var there = schema.get(entry.getKey());
            if (entry.getKey().equals("properties")) {
                entry.getValue().properties().forEach(property -> {
                    if (!(there instanceof ObjectNode all)
                            || !(all.get(property.getKey()) instanceof ObjectNode typed)) {
                        throw new IllegalStateException(
                                "contract.yaml tells of %s.%s, which is not there".formatted(where, property.getKey()));
                    }
                    merge(where + "." + property.getKey(), (ObjectNode) property.getValue(), typed);
                });
            } else if (entry.getKey().equals("required")) {
                union(schema, entry.getValue());
            } else {
                schema.set(entry.getKey(), entry.getValue());
            }
        }
    }

    private static void union(ObjectNode schema, JsonNode more) {
        var all = schema.withArray("required");
        more.forEach(name -> {
            if (all.valueStream().noneMatch(name::equals)) {
                all.add(name);
            }
        });
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("type")) {
            var types = JSON.arrayNode().add(schema.get("type")).add("null");
            schema.set("type", types);
            return schema;
        }
        var either = JSON.objectNode();
        either.putArray("anyOf").add(schema).add(JSON.objectNode().put("type", "null"));
        return either;
    }

    private static ObjectNode reference(String name) {
        return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static Class<?> raw(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> throw new IllegalStateException("the contract cannot tell " + type);
        };
    }

    private static Map<Class<?>, ObjectNode> plain() {
        var plain = new HashMap<Class<?>, ObjectNode>();
        plain.put(String.class, typed("string", null));
        plain.put(UUID.class, typed("string", "uuid"));
        plain.put(Instant.class, typed("string", "date-time"));
        plain.put(LocalDate.class, typed("string", "date"));
        plain.put(URI.class, typed("string", "uri"));
        plain.put(int.class, typed("integer", "int32"));
        plain.put(Integer.class, typed("integer", "int32"));
        plain.put(long.class, typed("integer", "int64"));
        plain.put(Long.class, typed("integer", "int64"));
        plain.put(double.class, typed("number", "double"));
        plain.put(Double.class, typed("number", "double"));
        plain.put(boolean.class, typed("boolean", null));
        plain.put(Boolean.class, typed("boolean", null));
        return plain;
    }

    private static ObjectNode typed(String type, @Nullable String format) {
        var schema = JSON.objectNode().put("type", type);
        return format == null ? schema : schema.put("format", format);
    }
}
