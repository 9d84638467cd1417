package org.overread.web.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes of what a schema asks for what somebody could send by mistake or by malice; the same seed gives the same. */
final class Mutations {
    /** Values as JSON text, since some of them no tree can hold. */
    private static final List<String> NASTY = List.of(
            "null",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "0",
            "-1",
            "1",
            "1.5",
            "1e999",
            "-1e999",
            "1e-999",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "123456789012345678901234567890",
            "true",
            "\"true\"",
            "\"NaN\"",
            "\"Infinity\"",
            "NaN",
            "\"a\\u0000b\"",
            "\"\\u0000\"",
            "\"a\\ud800b\"",
            "\"\\udfff\"",
            "\"\\uffff\"",
            "\"\\u202e\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"0000-00-00\"",
            "\"9999-12-31\"",
            "\"2999-12-31\"",
            "\"1900-01-01\"",
            "\"2026-02-30\"",
            "\"2026-01-01T25:00:00Z\"",
            "\"2026-01-01T00:00:00+19:00\"",
            "\"+999999999-12-31\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"1-1-1-1-1\"",
            "\"NO_SUCH_VALUE\"",
            "\"' OR 1=1 --\"",
            "\"%s%n%d\"",
            "\"${jndi:ldap://x}\"",
            "\"../../etc/passwd\"",
            "\"<script>\"",
            "\"\\\\\"",
            "\"%\"",
            "\"_\"",
            "\"😀\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[" + "1,".repeat(500) + "1]",
            "[".repeat(2_000) + "]".repeat(2_000),
            "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));

    private static final List<String> BROKEN = List.of(
            "",
            " ",
            "null",
            "[]",
            "{}",
            "[null]",
            "[{}]",
            "\"\"",
            "0",
            "true",
            "{",
            "}",
            "[",
            "{\"",
            "{\"a\":",
            "nul",
            "\u0000",
            "\uFEFF{}",
            "{}{}",
            "{},",
            "'",
            "<a/>",
            "a=b",
            "{\"\":1}",
            "{\"a\":1,\"a\":2}",
            "---\na: &x [*x]\n",
            "a: b: c",
            "- - - -",
            "!!java.lang.String x",
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000));

    private final Random random;
    private final JsonNode contract;

    Mutations(JsonNode contract, long seed) {
        this.contract = contract;
        this.random = new Random(seed);
    }

    /** A body for the schema with something wrong in it. */
    String body(JsonNode schema) {
        return switch (random.nextInt(8)) {
            case 0 -> one(BROKEN);
            case 1 -> one(NASTY);
            case 2 -> cut(good(schema, 0).toString());
            case 3 -> twice(good(schema, 0).toString());
            default -> spoiled(schema);
        };
    }

    /** Lines for the schema, some good, some not. */
    String lines(JsonNode schema) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(_ ->
                        random.nextBoolean() ? body(schema) : good(schema, 0).toString())
                .collect(Collectors.joining("\n"));
    }

    /** A value for a parameter, not encoded. */
    String value(JsonNode schema) {
        if (random.nextInt(4) == 0) {
            return good(schema, 0).asString();
        }
        var value = one(NASTY);
        return value.startsWith("\"")
                ? JsonMapper.shared()
                        .readTree(value.replace("\\ud800", "?").replace("\\udfff", "?"))
                        .stringValue()
                : value.substring(0, Math.min(value.length(), 300));
    }

    private String one(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String cut(String text) {
        return text.substring(0, random.nextInt(text.length() + 1));
    }

    private static String twice(String text) {
        return text.startsWith("{") && text.length() > 2
                ? text.substring(0, text.length() - 1) + "," + text.substring(1)
                : text + text;
    }

    /** A good body with one to three of its values replaced, at any depth. */
    private String spoiled(JsonNode schema) {
        var body = good(schema, 0);
        var marks = new ArrayList<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            mark(body, marks);
        }
        var text = body.toString();
        for (int i = 0; i < marks.size(); i++) {
            text = text.replace("\"mark-" + i + "\"", marks.get(i));
        }
        return text;
    }

    private void mark(JsonNode node, List<String> marks) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            var names = List.copyOf(object.propertyNames());
            var name = names.get(random.nextInt(names.size()));
            if (object.get(name).isContainer() && random.nextBoolean()) {
                mark(object.get(name), marks);
            } else if (random.nextInt(6) == 0) {
                object.remove(name);
            } else {
                object.put(name, "mark-" + marks.size());
                marks.add(one(NASTY));
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            if (array.get(0).isContainer() && random.nextBoolean()) {
                mark(array.get(0), marks);
            } else {
                array.set(0, "mark-" + marks.size());
                marks.add(one(NASTY));
            }
        }
    }

    /** What the schema asks for. */
    JsonNode good(JsonNode asked, int depth) {
        var schema = resolved(asked);
        if (schema.has("anyOf")) {
            return good(schema.get("anyOf").get(0), depth);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        if (schema.has("example")) {
            return schema.get("example");
        }
        var json = JsonNodeFactory.instance;
        var type = schema.path("type").isArray()
                ? schema.get("type").get(0).stringValue()
                : schema.path("type").asString("object");
        return switch (type) {
            case "string" -> json.stringNode(text(schema.path("format").asString("")));
            case "integer" -> json.numberNode(schema.path("minimum").asInt(1));
            case "number" -> json.numberNode(0.5);
            case "boolean" -> json.booleanNode(random.nextBoolean());
            case "array" -> depth > 5 ? json.arrayNode() : json.arrayNode().add(good(schema.get("items"), depth + 1));
            default -> object(schema, depth);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JsonNodeFactory.instance.objectNode();
        schema.path("properties").forEachEntry((name, property) -> {
            if (depth < 6) {
                object.set(name, good(property, depth + 1));
            }
        });
        return object;
    }

    private String text(String format) {
        return switch (format) {
            case "uuid" -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time" -> "2026-01-01T00:00:00Z";
            case "date" -> "2026-01-01";
            case "uri" -> "https://pager.example/";
            case "password" -> "wrong";
            default -> "sepsis-risk";
        };
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? contract.at(schema.get("$ref").stringValue().substring(1)) : schema;
    }
}
