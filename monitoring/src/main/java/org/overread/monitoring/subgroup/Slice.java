package org.overread.monitoring.subgroup;

import java.util.Map;

/**
 * One distinct combination of subgroup values, such as sex Female with race Asian.
 *
 * @param values by attribute; an attribute that is absent or empty is missing
 */
public record Slice(Map<String, String> values) {
    /** The value of patients whose attribute is not known: a group of its own. */
    public static final String MISSING = "(missing)";

    public Slice {
        values = Map.copyOf(values);
    }

    public String value(String attribute) {
        var value = values.getOrDefault(attribute, "");
        return value.isBlank() ? MISSING : value;
    }
}
