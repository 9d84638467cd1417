package org.overread.web.api.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the contract says that no type can say: headings, words, ranges, names, and the shapes of answers that are put
 * together as maps. It is kept as {@code contract.yaml} beside this class.
 */
public final class Words {
    private static final Words KEPT = new Words(read());

    private final ObjectNode all;

    private Words(ObjectNode all) {
        this.all = all;
    }

    public static Words kept() {
        return KEPT;
    }

    /** The beginning of the document: what it is, where it is served, who may call, what each heading is about. */
    ObjectNode opening() {
        return (ObjectNode) all.required("opening").deepCopy();
    }

    /** Words and range of a parameter of that name; empty when nothing is said of it. */
    ObjectNode parameter(String name) {
        return all.required("parameters").get(name) instanceof ObjectNode said ? said.deepCopy() : all.objectNode();
    }

    /** What is said of a schema beside what its type says, or all of it when there is no such type. */
    @Nullable ObjectNode schema(String name) {
        return all.required("schemas").get(name) instanceof ObjectNode said ? said.deepCopy() : null;
    }

    /** The names of all schemas that something is said of. */
    Iterable<String> schemas() {
        return all.required("schemas").propertyNames();
    }

    /** What the contract calls the type: its simple name unless another is set. */
    String name(Class<?> type) {
        var set = all.required("names").get(type.getName().replaceFirst("^org\\.overread\\.", ""));
        return set == null ? type.getSimpleName() : set.stringValue();
    }

    /** The bound that the contract sets for a number of that parameter, such as its {@code minimum}. */
    public @Nullable BigDecimal bound(String parameter, String which) {
        JsonNode set = all.required("parameters").path(parameter).path("schema").get(which);
        return set == null ? null : set.decimalValue();
    }

    private static ObjectNode read() {
        try (var text = Words.class.getResourceAsStream("contract.yaml")) {
            if (text == null) {
                throw new IllegalStateException("contract.yaml is missing beside " + Words.class.getName());
            }
            return (ObjectNode) YAMLMapper.shared().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
