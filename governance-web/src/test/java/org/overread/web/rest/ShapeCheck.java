package org.overread.web.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds an answer against its schema in the contract: every property told, every one that must be there, each of its type. */
final class ShapeCheck {
    private final JsonNode contract;
    private final List<String> problems = new ArrayList<>();

    private ShapeCheck(JsonNode contract) {
        this.contract = contract;
    }

    /** What is not as the schema says; empty when all is. */
    static List<String> problems(JsonNode contract, JsonNode schema, JsonNode answer) {
        var check = new ShapeCheck(contract);
        check.look("$", schema, answer);
        return check.problems;
    }

    private void look(String where, JsonNode asked, JsonNode value) {
        var schema =
                asked.has("$ref") ? contract.at(asked.get("$ref").stringValue().substring(1)) : asked;
        if (schema.has("anyOf")) {
            if (schema.get("anyOf")
                    .valueStream()
                    .noneMatch(each -> problems(contract, each, value).isEmpty())) {
                problems.add(where + " is none of what it may be: " + value);
            }
            return;
        }
        if (!typed(schema, value)) {
            problems.add(where + " must be " + schema.get("type") + ", was " + value);
        } else if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            problems.add(where + " must be one of " + schema.get("enum") + ", was " + value);
        } else if (value.isObject()) {
            object(where, schema, value);
        } else if (value.isArray()) {
            value.forEach(entry -> look(where + "[]", schema.get("items"), entry));
        }
    }

    private void object(String where, JsonNode schema, JsonNode value) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.stringValue())) {
                problems.add(where + " is without " + name);
            }
        });
        value.forEachEntry((name, entry) -> {
            var property = schema.path("properties").path(name);
            var other = schema.path("additionalProperties");
            if (!property.isMissingNode()) {
                look(where + "." + name, property, entry);
            } else if (other.isObject()) {
                look(where + "." + name, other, entry);
            } else if (!other.asBoolean(false)) {
                problems.add(where + " tells " + name + ", which the contract does not");
            }
        });
    }

    private static boolean typed(JsonNode schema, JsonNode value) {
        var type = schema.path("type");
        var allowed = type.isArray() ? type.valueStream() : Stream.of(type);
        return type.isMissingNode()
                || allowed.anyMatch(each -> switch (each.stringValue()) {
                    case "null" -> value.isNull();
                    case "string" -> value.isString();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "array" -> value.isArray();
                    default -> value.isObject();
                });
    }
}
