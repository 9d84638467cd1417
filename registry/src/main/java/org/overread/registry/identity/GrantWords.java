package org.overread.registry.identity;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Grant;
import org.overread.registry.Scope;

/** How the audit trail speaks of a grant. */
final class GrantWords {
    private GrantWords() {}

    static String of(Grant grant) {
        var scope = grant.scope();
        return "the role " + grant.role().title()
                + (scope.equals(Scope.EVERYWHERE) ? " everywhere" : "")
                + part(" for model ", scope.model())
                + part(" in department ", scope.department())
                + part(" at site ", scope.site());
    }

    static Map<String, String> facts(Grant grant) {
        var facts = new TreeMap<>(Map.of("role", grant.role().name()));
        put(facts, "model", grant.scope().model());
        put(facts, "department", grant.scope().department());
        put(facts, "site", grant.scope().site());
        return facts;
    }

    private static String part(String before, @Nullable String value) {
        return value == null ? "" : before + value;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
