package org.overread.registry.audit.store;

import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Folded;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditReach;

/** The conditions of one question to the trail, with their values kept apart from the words of the query. */
record Conditions(List<String> words, Map<String, Object> values) {
    /** Compares as {@link Folded} does; with dollars for quotes, since Hibernate would take those for its own. */
    private static final String FOLDED =
            "lower(regexp_replace(normalize(replace(?, chr(180), $$$$), NFKD), $$%s$$, $$$$, $$g$$))"
                    .formatted(Folded.LEFT_OUT);

    static final Conditions NONE = new Conditions(List.of(), Map.of());

    static Conditions of(AuditFilter filter, AuditReach reach) {
        return NONE.with("e.model in :reach", "reach", reach.models())
                .with("e.model = :model", "model", filter.model())
                .with("e.actorId = :actor", "actor", filter.actor())
                .with("(e.action = :action or e.action like :action || '.%')", "action", filter.action())
                .with("e.at >= :since", "since", filter.from())
                .with("e.at < :until", "until", filter.to())
                .with(
                        "(%s or %s or %s)".formatted(holds("e.sentence"), holds("e.actorName"), holds("e.subjectId")),
                        "part",
                        part(filter.text()));
    }

    /** These conditions and one more; a value of {@code null} adds none. */
    Conditions with(String condition, String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(values);
        more.put(name, value);
        return new Conditions(
                Stream.concat(words.stream(), Stream.of(condition)).toList(), more);
    }

    String where() {
        return words.isEmpty() ? "" : " where " + String.join(" and ", words);
    }

    <T> TypedQuery<T> on(TypedQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
    }

    private static String holds(String column) {
        return "cast(sql('%s', %s) as String) like :part escape '\\'".formatted(FOLDED, column);
    }

    private static @Nullable String part(@Nullable String text) {
        return text == null || text.isBlank() ? null : "%" + escaped(Folded.of(text.strip())) + "%";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
